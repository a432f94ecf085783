import type { GridLayout } from "./sweep-view-lines.js";

export const viewModes = ["grid", "zoom", "wall"] as const;
export type ViewMode = (typeof viewModes)[number];
export const compareModes = ["one", "two", "four", "wipe", "difference", "flicker"] as const;
export type CompareMode = (typeof compareModes)[number];

/** All that a link says about how the pictures are looked at. */
export interface SweepView {
  mode: ViewMode;
  compare: CompareMode;
  layout: Partial<GridLayout>;
  /** Value indexes of axes, by id, where no cell is selected. */
  at: Readonly<Record<string, number>>;
  /** Value indexes that are not shown, by axis id. */
  hidden: Readonly<Record<string, readonly number[]>>;
  /** The cell that others are compared with; null for the control of each. */
  reference: number | null;
}

const places = ["columns", "rows", "superColumns", "superRows"] as const;
const numbers = (text: string): number[] =>
  text.split(".").flatMap((word) => (/^\d{1,9}$/.test(word) ? [Number(word)] : []));

/** Reads what `printView` wrote; whatever is not understood is left as it usually is. */
export function readView(text: string): SweepView {
  const said = new URLSearchParams(text);
  const layout: Partial<Record<(typeof places)[number], string>> = {};
  for (const place of places) {
    const id = said.get(place);
    if (id) layout[place] = id;
  }
  const at: Record<string, number> = {};
  const hidden: Record<string, number[]> = {};
  for (const [name, value] of said) {
    const [first] = numbers(value);
    if (name.startsWith("at.") && first !== undefined) at[name.slice(3)] = first;
    if (name.startsWith("hide.")) hidden[name.slice(5)] = numbers(value);
  }
  const [reference = null] = numbers(said.get("reference") ?? "");
  return {
    mode: viewModes.find((mode) => mode === said.get("mode")) ?? "grid",
    compare: compareModes.find((mode) => mode === said.get("compare")) ?? "one",
    layout,
    at,
    hidden,
    reference,
  };
}

/** As short as can be: what is as usual is not said. */
export function printView({ mode, compare, layout, at, hidden, reference }: SweepView): string {
  const said = new URLSearchParams();
  if (mode !== "grid") said.set("mode", mode);
  if (compare !== "one") said.set("compare", compare);
  for (const place of places) {
    const id = layout[place];
    if (id) said.set(place, id);
  }
  for (const [id, value] of Object.entries(at)) if (value > 0) said.set(`at.${id}`, String(value));
  for (const [id, values] of Object.entries(hidden)) if (values.length > 0) said.set(`hide.${id}`, values.join("."));
  if (reference !== null) said.set("reference", String(reference));
  return said.toString();
}
