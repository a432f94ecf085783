import type { Database } from "./database.js";
import { parseTextEncoding, type TextEncoding } from "./text-encoding.js";

/** A text as a file holds it; null for no file. */
export interface FileText {
  text: string | null;
  encoding: TextEncoding;
}

/** A text that is committed and whose file has yet to follow. */
export interface PendingText {
  id: number;
  path: string;
  /** What the file held when the change was made, in the direction in which it is followed. */
  from: FileText;
  to: FileText;
  target: string;
  /** True when the file follows only once the user saves. */
  held: boolean;
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** What is taken back comes first, the newest of it leading; then what is done, in its order. */
export function pendingTexts(database: Database): PendingText[] {
  const rows = database
    .prepare(
      `SELECT id, path, before, after, before_encoding, after_encoding, target, held FROM file_change
       WHERE target IS NOT NULL ORDER BY target DESC, CASE target WHEN 'before' THEN -id ELSE id END`,
    )
    .all();
  return rows.map((row: unknown) => {
    const { id, path, before, after, before_encoding, after_encoding, target, held } = Object(row);
    const forward = target === "after";
    const old = { text: text(before), encoding: parseTextEncoding(before_encoding) };
    const fresh = { text: text(after), encoding: parseTextEncoding(after_encoding) };
    return {
      id: Number(id),
      path: String(path),
      target: String(target),
      held: held === 1,
      from: forward ? old : fresh,
      to: forward ? fresh : old,
    };
  });
}

/** Texts that are committed but whose files have not followed yet, by path: what a reader should see already. */
export const textsToCome = (database: Database): Map<string, FileText> =>
  new Map(pendingTexts(database).map(({ path, to }) => [path, to]));
