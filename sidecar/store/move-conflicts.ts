import type { Database } from "./database.js";
import type { FileConflict } from "./follow-report.js";

/** What kept files of a job's step from moving, by the path where each was to be. */
export function moveConflictsOfJob(database: Database, job: number): Map<string, FileConflict> {
  const rows = database
    .prepare(
      `SELECT destination, conflict FROM file_move JOIN change_step ON change_step.id = step
       WHERE job = ? AND conflict IS NOT NULL`,
    )
    .all(job);
  return new Map(
    rows.map((row: unknown) => {
      const { destination, conflict } = Object(row);
      const { path, code, message, hint } = Object(JSON.parse(String(conflict)));
      const codes = ["changedElsewhere", "fileExists"] as const;
      const known = codes.find((one) => one === code) ?? "fileNotWritten";
      return [
        String(destination),
        { path: String(path), code: known, message: String(message), hint: String(hint) },
      ] as const;
    }),
  );
}

/** The step that a job's changes belong to, or null while it has changed nothing. */
export function stepMadeBy(database: Database, job: number): { step: number; undone: boolean } | null {
  const row = database.prepare("SELECT id, undone FROM change_step WHERE job = ?").get(job);
  return row ? { step: Number(Object(row).id), undone: Number(Object(row).undone) > 0 } : null;
}
