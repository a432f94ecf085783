import type { Database } from "./database.js";

/** Questions about a tag on a picture that were answered and are not asked again, as `path` + newline + `tag`. */
export function answeredDoubts(database: Database, folder: string): Set<string> {
  const rows = database.prepare("SELECT path, tag FROM doubt_answer WHERE folder = ?").all(folder);
  return new Set(rows.map((row: unknown) => `${String(Object(row).path)}\n${String(Object(row).tag)}`));
}

/** Call inside a transaction. Paths are absolute. */
export function keepAnswers(
  database: Database,
  { folder, tag, paths }: { folder: string; tag: string; paths: readonly string[] },
): void {
  const put = database.prepare("INSERT OR REPLACE INTO doubt_answer (folder, path, tag) VALUES (?, ?, ?)");
  for (const path of paths) put.run(folder, path, tag);
}
