import type { CauseName } from "../../words/training-causes-en.js";

export type { CauseName };

/** What a cause's sentences are made of. */
export type CauseValues = Readonly<Record<string, string | number>>;

/**
 * A cause that the trainer's own words tell. Named groups of the patterns are the values of its sentences.
 */
export interface TextCause {
  name: CauseName;
  /** Of exceptions and errors. */
  errors?: readonly RegExp[];
  /** Of any line: only what is said of nothing else. */
  lines?: readonly RegExp[];
  /** Must be in the error or in its traceback. */
  within?: RegExp;
  /** A line that tells more. */
  more?: RegExp;
}
