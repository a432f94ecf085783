import type { Database } from "./database.js";

// More than fits on the picker without scrolling is noise.
const SHOWN = 12;

/** Puts a folder in front of the recent ones. */
export function rememberFolder(database: Database, folder: string): void {
  database
    .prepare(
      "INSERT INTO recent_folder (folder, used) VALUES (?, ?) ON CONFLICT (folder) DO UPDATE SET used = excluded.used",
    )
    .run(folder, Date.now());
}

/** The last absolute folders, newest first. */
export function recentFolders(database: Database): string[] {
  const rows = database.prepare("SELECT folder FROM recent_folder ORDER BY used DESC LIMIT ?").all(SHOWN);
  return rows.map((row: unknown) => String(Object(row).folder));
}

/** When each folder was opened last, in milliseconds since 1970. */
export function openedFolders(database: Database): Map<string, number> {
  const rows = database.prepare("SELECT folder, used FROM recent_folder ORDER BY used").all();
  return new Map(
    rows.map((row: unknown) => {
      const { folder, used } = Object(row);
      return [String(folder), Number(used)];
    }),
  );
}
