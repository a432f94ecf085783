import { StudioError } from "../../host/studio-error.js";
import { type FilterMistakesWords, filterMistakesEn } from "../../words/filter-mistakes-en.js";

type Expected = keyof FilterMistakesWords["expected"];
/** Words of their own, or `text` as it stands in the filter. */
export type Found = keyof FilterMistakesWords["found"] | { text: string };

/** Where a filter cannot be read, and why; `at` is an index into its text. */
export class FilterMistake extends Error {
  readonly at: number;
  readonly expected: Expected;
  readonly found: Found;
  /** A tag that must be written in quotes, and the fields there are. */
  readonly unquoted: { tag: string; fields: readonly string[] } | null;

  constructor(at: number, expected: Expected, found: Found, unquoted: FilterMistake["unquoted"] = null) {
    super(expected);
    this.at = at;
    this.expected = expected;
    this.found = found;
    this.unquoted = unquoted;
  }
}

/** The mistake in words, its place counted in characters as a person counts them. */
export function worded(
  expression: string,
  { at, expected, found, unquoted }: FilterMistake,
  words: FilterMistakesWords,
): { message: string; hint: string } {
  const place = [...expression.slice(0, at)].length + 1;
  const there = typeof found === "string" ? words.found[found] : `"${found.text}"`;
  return {
    message: words.sentence(place, words.expected[expected], there),
    hint: unquoted ? words.quoteTag(unquoted.tag, unquoted.fields.join(", ")) : words.example,
  };
}

export function badFilter(expression: string, mistake: FilterMistake): StudioError {
  const { message, hint } = worded(expression, mistake, filterMistakesEn);
  return new StudioError("badFilter", message, hint, mistake);
}
