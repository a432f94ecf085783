import type { Database } from "./database.js";

/** One named change in the history of a folder, or a restore point. */
export interface Step {
  step: number;
  name: string;
  /** ISO 8601 */
  created: string;
  /** Texts it changed and files it moved or copied; 0 for a restore point. */
  files: number;
  /** Those of them that it moved or copied. */
  moved: number;
  undone: boolean;
  /** True for a restore point: a name for the state at that time. */
  point: boolean;
}

function parseStep(row: unknown): Step {
  const { id, name, created, texts, moved, undone, point } = Object(row);
  return {
    step: Number(id),
    name: String(name),
    created: String(created),
    files: Number(texts) + Number(moved),
    moved: Number(moved),
    undone: Number(undone) > 0,
    point: point === 1,
  };
}

/** The steps of a folder, newest first. */
export function history(database: Database, folder: string): Step[] {
  return database
    .prepare(
      `SELECT * FROM (
         SELECT id, name, created, undone, point,
           (SELECT count(*) FROM file_change WHERE step = change_step.id) AS texts,
           (SELECT count(*) FROM file_move WHERE step = change_step.id) AS moved
         FROM change_step WHERE folder = ?
       ) WHERE texts + moved > 0 OR point = 1 ORDER BY id DESC`,
    )
    .all(folder)
    .map(parseStep);
}
