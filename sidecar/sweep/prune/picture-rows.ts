import type { Database } from "../../store/database.js";

/** What decides whether a picture goes. */
export interface KnownPicture {
  key: string;
  /** SHA-256 of its file; null where none came. */
  content: string | null;
  /** Milliseconds since 1970. */
  drawn: number;
}

export const knownPictures = (database: Database): KnownPicture[] =>
  database
    .prepare("SELECT key, content, drawn FROM sweep_picture")
    .all()
    .map((row: unknown) => {
      const { key, content, drawn } = Object(row);
      return { key: String(key), content: typeof content === "string" ? content : null, drawn: Date.parse(drawn) || 0 };
    });

/** A row as the table has it, to be put back as it was. */
export type StoredRow = Readonly<Record<string, string | number | null>>;

const columns = [
  "key",
  "state",
  "content",
  "width",
  "height",
  "infotext",
  "request",
  "proof",
  "problem",
  "detail",
  "webui",
  "drawn",
  "seconds",
  "own",
  "attempts",
  "revision",
] as const;

/** A row out of a file; none for what is no row. */
export function storedRow(value: unknown): StoredRow[] {
  const found: Record<string, string | number | null> = {};
  const given: Readonly<Record<string, unknown>> = Object(value);
  for (const column of columns) {
    const one = given[column] ?? null;
    if (one !== null && typeof one !== "string" && typeof one !== "number") return [];
    found[column] = one;
  }
  return typeof found.key === "string" && typeof found.request === "string" ? [found] : [];
}

export const rowsOf = (database: Database, keys: readonly string[]): StoredRow[] =>
  database
    .prepare(`SELECT ${columns.join(", ")} FROM sweep_picture WHERE key IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(keys))
    .flatMap(storedRow);

/** Puts rows back; one that was drawn anew since stays as it is. */
export function putRowsBack(database: Database, rows: readonly StoredRow[]): void {
  const insert = database.prepare(
    `INSERT OR IGNORE INTO sweep_picture (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
  );
  for (const row of rows) insert.run(...columns.map((column) => row[column] ?? null));
}
