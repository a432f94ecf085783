import type { Database } from "./database.js";

/** What a step did to each of its text files. */
interface StepText {
  /** Absolute. */
  path: string;
  /** Null: there was no file, or is none. */
  before: string | null;
  after: string | null;
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** The texts that a step of the history changed. */
export const stepTexts = (database: Database, step: number): StepText[] =>
  database
    .prepare("SELECT path, before, after FROM file_change WHERE step = ? ORDER BY id")
    .all(step)
    .map((row: unknown) => {
      const { path, before, after } = Object(row);
      return { path: String(path), before: text(before), after: text(after) };
    });
