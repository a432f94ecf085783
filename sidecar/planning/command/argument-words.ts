import type { Arguments, ArgumentValue } from "../plan.js";

/** A number as Python reads it; JavaScript's own powers of ten are Python's too. */
const numberText = (value: number): string => (Object.is(value, -0) ? "0" : String(value));

const text = (value: string | number): string => (typeof value === "number" ? numberText(value) : value);

/**
 * One argument as words of a command line: flags bare, lists as several words. A flag that is false and an empty list say
 * nothing, which is what the trainer takes for it.
 */
export function argumentWords(name: string, value: ArgumentValue): string[] {
  if (typeof value === "boolean") return value ? [`--${name}`] : [];
  if (Array.isArray(value)) return value.length === 0 ? [] : [`--${name}`, ...value.map(text)];
  // argparse takes a word that begins with a dash for an option, unless it is joined to its own.
  return text(value).startsWith("-") ? [`--${name}=${text(value)}`] : [`--${name}`, text(value)];
}

// What Kohya's GUI writes into its TOML, where nothing is checked, for "as it is anyway"; the parser has no such choice.
const refused: Readonly<Record<string, ArgumentValue>> = { max_token_length: 75, dynamo_backend: "no" };

/** Every argument spelled out, in alphabetical order. */
export const allArgumentWords = (given: Arguments): string[] =>
  Object.keys(given)
    .sort()
    .filter((name) => refused[name] === undefined || refused[name] !== given[name])
    .flatMap((name) => argumentWords(name, given[name] ?? false));
