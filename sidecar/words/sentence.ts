import type { saidJa } from "./said-ja/said-ja.js";

/** Every pattern that may be said: one without its Japanese does not compile. */
export type SaidPattern = keyof typeof saidJa;

export type SentenceValue = string | number | Sentence;

/** A sentence of the machine: its English pattern, by which every language finds its own, and what stands in its places. */
export interface Sentence {
  /** English with named places: `There is no folder {folder}.` */
  readonly says: string;
  readonly values: Readonly<Record<string, SentenceValue>>;
}

type Places<Pattern extends string> = Pattern extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never;

/** Says a sentence; each place of its pattern wants a value. */
export function say<Pattern extends SaidPattern>(
  pattern: Pattern,
  ...[values]: [Places<Pattern>] extends [never] ? [] : [Readonly<Record<Places<Pattern>, SentenceValue>>]
): Sentence {
  return { says: pattern, values: values ?? {} };
}

/** A pattern with its places filled; a place without a value stays as it is. */
export const filled = (pattern: string, values: Sentence["values"], word: (sentence: Sentence) => string): string =>
  pattern.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = values[name];
    if (value === undefined) return place;
    return typeof value === "object" ? word(value) : String(value);
  });

/** Warnings as answers carry them: in English, and as they are worded in any language, in one order and each once. */
export function toldWarnings(said: readonly Sentence[]): { warnings: string[]; saidWarnings: Sentence[] } {
  const byText = new Map(said.map((sentence) => [inEnglish(sentence), sentence]));
  return { warnings: [...byText.keys()], saidWarnings: [...byText.values()] };
}

export const inEnglish = (sentence: Sentence): string => filled(sentence.says, sentence.values, inEnglish);

// Reasons stand in reasons, three deep at most; a message is outside data.
const DEEPEST = 8;

/** A sentence out of a message, or null where there is none. */
export function sentenceOf(wire: unknown, depth = 0): Sentence | null {
  const { says, values } = Object(wire);
  if (typeof says !== "string" || depth > DEEPEST) return null;
  const known: [string, SentenceValue][] = [];
  for (const [name, value] of Object.entries(Object(values))) {
    const plain = typeof value === "string" || typeof value === "number" ? value : sentenceOf(value, depth + 1);
    if (plain !== null) known.push([name, plain]);
  }
  return { says, values: Object.fromEntries(known) };
}
