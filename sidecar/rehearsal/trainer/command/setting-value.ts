import { pythonFloat } from "../screen/numbers.js";

/** A value as Python holds it: whole numbers and others are written differently. */
export type SettingValue =
  | { kind: "text"; value: string }
  | { kind: "flag"; value: boolean }
  | { kind: "int"; value: number }
  | { kind: "float"; value: number }
  | { kind: "list"; value: readonly SettingValue[] };

const float = /^[+-]?(\d[\d_]*\.?\d*|\.\d+)(e[+-]?\d+)?$|^[+-]?(inf|infinity|nan)$/i;

function floatOf(text: string): number {
  const small = text.toLowerCase().replaceAll("_", "");
  if (small.endsWith("nan")) return Number.NaN;
  if (small.includes("inf")) return small.startsWith("-") ? -Infinity : Infinity;
  return Number(small);
}

/** `int(text)` or `float(text)`; "number" is an int, a float, or a share like `10%`. */
export function readNumber(text: string, kind: "int" | "float" | "number"): SettingValue | null {
  const bare = text.trim();
  if (kind !== "float" && /^[+-]?\d[\d_]*$/.test(bare)) return { kind: "int", value: Number(bare.replaceAll("_", "")) };
  if (kind === "int") return null;
  if (kind === "number" && /%$/.test(bare)) return { kind: "float", value: Number(bare.slice(0, -1)) / 100 };
  return float.test(bare) ? { kind: "float", value: floatOf(bare) } : null;
}

/** As Python's `str` writes it. */
export function pythonText(value: SettingValue): string {
  if (value.kind === "flag") return value.value ? "True" : "False";
  if (value.kind === "int") return String(value.value);
  if (value.kind === "float") return pythonFloat(value.value);
  if (value.kind === "text") return value.value;
  return `[${value.value.map((one) => (one.kind === "text" ? `'${one.value}'` : pythonText(one))).join(", ")}]`;
}
