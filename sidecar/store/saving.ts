import type { Database } from "./database.js";

/** Lets the files of a folder follow all that was held back. Call inside a transaction. */
export function releaseFolder(database: Database, folder: string): void {
  database
    .prepare("UPDATE file_change SET held = 0 WHERE held = 1 AND step IN (SELECT id FROM change_step WHERE folder = ?)")
    .run(folder);
}

/** Lets these files follow: whoever writes a file writes what was held back for it too. Call inside a transaction. */
export function releaseFiles(database: Database, paths: readonly string[]): void {
  if (!database.prepare("SELECT 1 FROM file_change WHERE held = 1 LIMIT 1").get()) return;
  const release = database.prepare("UPDATE file_change SET held = 0 WHERE held = 1 AND path = ?");
  for (const path of paths) release.run(path);
}

/** As `releaseFiles`, for the files of a step. */
export function releaseStep(database: Database, step: number): void {
  database
    .prepare("UPDATE file_change SET held = 0 WHERE held = 1 AND path IN (SELECT path FROM file_change WHERE step = ?)")
    .run(step);
}

/** Files of a folder whose last texts wait for the user to save. */
export function unsavedFiles(database: Database, folder: string): number {
  const statement = database.prepare(
    `SELECT count(DISTINCT path) AS files FROM file_change JOIN change_step ON change_step.id = step
     WHERE held = 1 AND folder = ?`,
  );
  return Number(Object(statement.get(folder)).files);
}
