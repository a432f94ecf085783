import { StudioError } from "../../host/studio-error.js";

const example = 'For instance: skirt AND NOT untagged, or (tag:"blue hair" OR tags:>20) score(smile):<0.5';

/** Where a filter cannot be read, and why; `at` is an index into its text. */
export class FilterMistake extends Error {
  readonly at: number;
  readonly expected: string;
  readonly found: string;
  readonly hint: string;

  constructor(at: number, expected: string, found: string, hint = example) {
    super(`Expected ${expected}; found ${found}.`);
    this.at = at;
    this.expected = expected;
    this.found = found;
    this.hint = hint;
  }
}

/** The mistake in words, its place counted in characters as a person counts them. */
export function badFilter(expression: string, { at, expected, found, hint }: FilterMistake): StudioError {
  const place = [...expression.slice(0, at)].length + 1;
  return new StudioError("badFilter", `Character ${place} of the filter: expected ${expected}; found ${found}.`, hint);
}
