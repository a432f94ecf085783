import type { Database } from "./database.js";

/**
 * A folder's steps form a tree: each stands on the one that was the last done when it was made. What is done now are the
 * newest done step and those below it; others were taken back, and can be done again as long as what they stand on is.
 */
export interface StepRow {
  step: number;
  /** The step it stands on; null for the folder's first. */
  parent: number | null;
  /** 0 while it is done; of steps taken back, the one taken back later has the greater number. */
  undone: number;
}

/** The last step that is done, or null. */
export function headOf(database: Database, folder: string): number | null {
  const statement = database.prepare(
    "SELECT max(id) AS head FROM change_step WHERE folder = ? AND undone = 0 AND point = 0",
  );
  const { head } = Object(statement.get(folder));
  return head === null ? null : Number(head);
}

function insert(
  database: Database,
  { folder, name, job = null, point = false }: { folder: string; name: string; job?: number | null; point?: boolean },
): number {
  const statement = database.prepare(
    "INSERT INTO change_step (folder, name, created, job, parent, point) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const made = statement.run(folder, name, new Date().toISOString(), job, headOf(database, folder), point ? 1 : 0);
  return Number(made.lastInsertRowid);
}

/** A step of its own; call inside a transaction. Returns its id. */
export const newStep = (database: Database, step: { folder: string; name: string }): number => insert(database, step);

/** The step that a job's changes belong to, begun with its first change; call inside a transaction. Returns its id. */
export function stepOfJob(database: Database, job: number, step: { folder: string; name: string }): number {
  const row = database.prepare("SELECT id FROM change_step WHERE job = ?").get(job);
  return row ? Number(Object(row).id) : insert(database, { ...step, job });
}

/** Names the folder's state as it is now, so that it can be gone back to. Returns the restore point's id. */
export const newRestorePoint = (database: Database, point: { folder: string; name: string }): number =>
  insert(database, { ...point, point: true });

/** All steps of a folder by id, restore points left out. */
export function stepTree(database: Database, folder: string): Map<number, StepRow> {
  const rows = database
    .prepare("SELECT id, parent, undone FROM change_step WHERE folder = ? AND point = 0")
    .all(folder);
  return new Map(
    rows.map((row: unknown) => {
      const { id, parent, undone } = Object(row);
      return [
        Number(id),
        { step: Number(id), parent: parent === null ? null : Number(parent), undone: Number(undone) },
      ];
    }),
  );
}

/** A step and all it stands on, the newest first. */
export function lineTo(tree: ReadonlyMap<number, StepRow>, step: number | null): number[] {
  const line: number[] = [];
  for (let at = step; at !== null; at = tree.get(at)?.parent ?? null) line.push(at);
  return line;
}

/** What doing again brings: of the steps that stand on the last one done, the one that was taken back last; or null. */
export function nextAgain(tree: ReadonlyMap<number, StepRow>, head: number | null): number | null {
  const candidates = [...tree.values()].filter(({ parent, undone }) => parent === head && undone > 0);
  return candidates.sort((left, right) => right.undone - left.undone)[0]?.step ?? null;
}
