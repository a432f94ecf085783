import type { Database } from "./database.js";

/** A file that another program changed before what was committed for it could be written. */
export interface OpenConflict {
  /** Number of the change. */
  change: number;
  path: string;
  /** The text that the change was made from, and the one it was to write; null for no file. */
  base: string | null;
  mine: string | null;
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** Conflicts of a folder that no later change of the same file has settled. */
export function openConflicts(database: Database, folder: string): OpenConflict[] {
  const rows = database
    .prepare(
      `SELECT file_change.id, path, before, after, undone FROM file_change JOIN change_step ON change_step.id = step
       WHERE folder = ? AND conflict LIKE '%"changedElsewhere"%' AND target IS NULL
         AND NOT EXISTS (SELECT 1 FROM file_change AS later WHERE later.path = file_change.path
                         AND later.id > file_change.id)
       ORDER BY file_change.id`,
    )
    .all(folder);
  return rows.map((row: unknown) => {
    const { id, path, before, after, undone } = Object(row);
    const [base, mine] = undone === 1 ? [after, before] : [before, after];
    return { change: Number(id), path: String(path), base: text(base), mine: text(mine) };
  });
}

/** Settles conflicts in favour of what is in the files. */
export function forgetConflicts(database: Database, changes: readonly number[]): void {
  const forget = database.prepare("UPDATE file_change SET conflict = NULL WHERE id = ?");
  for (const change of changes) forget.run(change);
}

/** A step whose files had not all followed when the program ended. */
export interface InterruptedStep {
  folder: string;
  step: number;
  name: string;
  /** True when it was being taken back. */
  undone: boolean;
  /** Files that had yet to follow. */
  files: number;
}

/** Steps that a crash interrupted; asked before the files follow at the start. */
export function interruptedSteps(database: Database): InterruptedStep[] {
  const rows = database
    .prepare(
      `SELECT folder, change_step.id AS step, name, undone, count(*) AS files FROM
         (SELECT step FROM file_change WHERE target IS NOT NULL
          UNION ALL SELECT step FROM file_move WHERE target IS NOT NULL) AS pending
       JOIN change_step ON change_step.id = pending.step GROUP BY change_step.id ORDER BY change_step.id`,
    )
    .all();
  return rows.map((row: unknown) => {
    const { folder, step, name, undone, files } = Object(row);
    return {
      folder: String(folder),
      step: Number(step),
      name: String(name),
      undone: undone === 1,
      files: Number(files),
    };
  });
}

/** Files of a folder that have yet to follow what was committed. */
export function pendingFiles(database: Database, folder: string): number {
  const count = (table: "file_change" | "file_move"): number => {
    const statement = database.prepare(
      `SELECT count(*) AS pending FROM ${table} JOIN change_step ON change_step.id = step
       WHERE folder = ? AND target IS NOT NULL AND conflict IS NULL`,
    );
    return Number(Object(statement.get(folder)).pending);
  };
  return count("file_change") + count("file_move");
}
