import type { Database } from "./database.js";

// More than fits on the picker without scrolling is noise.
const KEPT = 12;

/** Puts a folder in front of the recent ones. */
export function rememberFolder(database: Database, folder: string): void {
  database
    .prepare(
      "INSERT INTO recent_folder (folder, used) VALUES (?, ?) ON CONFLICT (folder) DO UPDATE SET used = excluded.used",
    )
    .run(folder, Date.now());
  database
    .prepare(
      "DELETE FROM recent_folder WHERE folder NOT IN (SELECT folder FROM recent_folder ORDER BY used DESC LIMIT ?)",
    )
    .run(KEPT);
}

/** Absolute folders, newest first. */
export function recentFolders(database: Database): string[] {
  const rows = database.prepare("SELECT folder FROM recent_folder ORDER BY used DESC").all();
  return rows.map((row: unknown) => String(Object(row).folder));
}
