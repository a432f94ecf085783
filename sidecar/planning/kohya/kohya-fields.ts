import type { JsonValue, KohyaConfig } from "../plan.js";
import { kohyaDefaults24 } from "./kohya-defaults.js";
import { kohyaDefaultsSince25 } from "./kohya-defaults-26.js";
import { loadedKohya } from "./load-kohya.js";
import type { KohyaVersion } from "./read-kohya.js";

/** What is wrong with one field of a file that was read; the field was left out. */
export interface FieldProblem {
  field: string;
  expected: string;
  found: string;
}

export type KohyaDefaults = typeof kohyaDefaults24 & typeof kohyaDefaultsSince25;
type KeysOf<Value> = {
  [Key in keyof KohyaDefaults]: KohyaDefaults[Key] extends Value ? Key : never;
}[keyof KohyaDefaults];
export type KohyaNumber = KeysOf<number>;
type KohyaText = KeysOf<string>;
export type KohyaFlag = KeysOf<boolean>;
export type KohyaKey = keyof KohyaDefaults;

/** Every field of the GUI's page with a file opened, each of its own type. */
export interface KohyaFields {
  number(key: KohyaNumber): number;
  text(key: KohyaText): string;
  flag(key: KohyaFlag): boolean;
  any(key: KohyaKey): string | number | boolean;
}

const defaults: KohyaDefaults = { ...kohyaDefaults24, ...kohyaDefaultsSince25 };

export const isKohyaKey = (key: string): key is KohyaKey => Object.hasOwn(defaults, key);

/** What the GUI's page shows in `key` when it has just been opened. */
export const kohyaDefault = (key: KohyaKey): string | number | boolean => defaults[key];

/** Numbers below which the GUI fails or its formula means nothing. */
const least: Readonly<Record<string, number>> = {
  epoch: 0,
  max_train_epochs: 0,
  max_train_steps: 0,
  train_batch_size: 1,
  gradient_accumulation_steps: 1,
  bucket_reso_steps: 1,
  noise_offset: 0,
  lr_warmup: 0,
};
/** The GUI refuses a noise offset above 1; a share above 100 % would be read as a count of steps. */
const most: Readonly<Record<string, number>> = { noise_offset: 1, lr_warmup: 100 };

const longestQuote = 60;

/** A value as an error names it: its kind and its beginning. */
export function describeValue(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "an object";
  if (typeof value === "string") {
    const begin = value.length > longestQuote ? `${value.slice(0, longestQuote)}…` : value;
    return `the text ${JSON.stringify(begin)}`;
  }
  return `the ${typeof value} ${String(value)}`;
}

/** What was expected in `key` when `value` is not that; null when the GUI can work with it. */
export function fieldExpectation(key: KohyaKey, value: JsonValue): string | null {
  const kind = typeof defaults[key];
  if (kind === "string") return typeof value === "string" ? null : "a text";
  if (kind === "boolean") return typeof value === "boolean" ? null : "true or false";
  const from = least[key] ?? -Number.MAX_SAFE_INTEGER;
  const to = most[key] ?? Number.MAX_SAFE_INTEGER;
  if (typeof value === "number" && value >= from && value <= to) return null;
  if (key in least || key in most) return `a number from ${from}${key in most ? ` to ${to}` : ""}`;
  return "a number";
}

/**
 * The fields of the GUI's page when it has opened `config`. A field of a wrong type, too large or null is reported and
 * keeps what the page shows without a file, as a field does that the file lacks. Unknown keys are passed over.
 */
export function kohyaFields(
  config: KohyaConfig,
  version: KohyaVersion,
): { fields: KohyaFields; problems: FieldProblem[] } {
  const values = new Map<string, string | number | boolean>(Object.entries(defaults));
  const problems: FieldProblem[] = [];
  for (const [field, value] of loadedKohya(config, version)) {
    if (!isKohyaKey(field) || (version === "24" && Object.hasOwn(kohyaDefaultsSince25, field))) continue;
    const expected = fieldExpectation(field, value);
    if (expected === null && typeof value !== "object") values.set(field, value);
    else problems.push({ field, expected: expected ?? "a single value", found: describeValue(config[field] ?? value) });
  }
  const read = (key: KohyaKey): string | number | boolean => values.get(key) ?? defaults[key];
  return {
    problems,
    fields: {
      any: read,
      number: (key) => Number(read(key)),
      text: (key) => String(read(key)),
      flag: (key) => read(key) === true,
    },
  };
}
