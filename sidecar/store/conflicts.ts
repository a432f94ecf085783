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

interface ChangeRow {
  change: number;
  path: string;
  undone: boolean;
  before: string | null;
  after: string | null;
}

/**
 * What the changes of one file that could not be written come to: the text they began with and the one they end with.
 * @param rows one or more, in their order
 */
function joined(rows: readonly [ChangeRow, ...ChangeRow[]]): { base: string | null; mine: string | null } {
  const [first] = rows;
  const last = rows.at(-1) ?? first;
  const lastDone = rows.findLast(({ undone }) => !undone);
  if (!lastDone) return { base: last.after, mine: first.before };
  return { base: first.undone ? first.after : first.before, mine: lastDone.after };
}

/** Conflicts of a folder that no later change of the same file has settled. */
export function openConflicts(database: Database, folder: string): OpenConflict[] {
  const rows = database
    .prepare(
      `SELECT change.id, path, before, after, undone FROM file_change AS change JOIN change_step ON change_step.id = step
       WHERE folder = ? AND conflict LIKE '%"changedElsewhere"%' AND target IS NULL
         AND NOT EXISTS (SELECT 1 FROM file_change AS later WHERE later.path = change.path AND later.id > change.id
                         AND later.conflict IS NULL)
       ORDER BY change.id`,
    )
    .all(folder);
  const files = new Map<string, [ChangeRow, ...ChangeRow[]]>();
  for (const row of rows) {
    const { id, path, before, after, undone } = Object(row);
    const change = {
      change: Number(id),
      path: String(path),
      undone: Number(undone) > 0,
      before: text(before),
      after: text(after),
    };
    const known = files.get(change.path);
    if (known) known.push(change);
    else files.set(change.path, [change]);
  }
  return [...files.values()].map((changes) => {
    const { change, path } = changes.at(-1) ?? changes[0];
    return { change, path, ...joined(changes) };
  });
}

/** Settles the conflicts of these changes' files in favour of what is in the files. */
export function forgetConflicts(database: Database, changes: readonly number[]): void {
  const forget = database.prepare(
    "UPDATE file_change SET conflict = NULL WHERE path = (SELECT path FROM file_change WHERE id = ?)",
  );
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
         (SELECT step FROM file_change WHERE target IS NOT NULL AND held = 0
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
      undone: Number(undone) > 0,
      files: Number(files),
    };
  });
}

/** Files of a folder that have yet to follow what was committed; those that wait to be saved are none of them. */
export function pendingFiles(database: Database, folder: string): number {
  const statement = database.prepare(
    `SELECT (SELECT count(*) FROM file_change JOIN change_step ON change_step.id = step
             WHERE folder = :folder AND target IS NOT NULL AND held = 0 AND conflict IS NULL)
          + (SELECT count(*) FROM file_move JOIN change_step ON change_step.id = step
             WHERE folder = :folder AND target IS NOT NULL AND conflict IS NULL) AS pending`,
  );
  return Number(Object(statement.get({ folder })).pending);
}
