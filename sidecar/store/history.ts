import { StudioError } from "../host/studio-error.js";
import { type Database, transaction } from "./database.js";
import { type FollowReport, followJournal } from "./journal.js";

/** One named change in the history of a folder. */
export interface Step {
  step: number;
  name: string;
  /** ISO 8601 */
  created: string;
  /** Texts it changed and files it moved or copied. */
  files: number;
  undone: boolean;
}

function parseStep(row: unknown): Step {
  const { id, name, created, files, undone } = Object(row);
  return { step: Number(id), name: String(name), created: String(created), files: Number(files), undone: undone === 1 };
}

/** The steps of a folder, newest first. */
export function history(database: Database, folder: string): Step[] {
  return database
    .prepare(
      `SELECT * FROM (
         SELECT id, name, created, undone,
           (SELECT count(*) FROM file_change WHERE step = change_step.id)
             + (SELECT count(*) FROM file_move WHERE step = change_step.id) AS files
         FROM change_step WHERE folder = ?
       ) WHERE files > 0 ORDER BY id DESC`,
    )
    .all(folder)
    .map(parseStep);
}

function mark(database: Database, steps: readonly Step[], undone: boolean): void {
  const setUndone = database.prepare("UPDATE change_step SET undone = ? WHERE id = ?");
  const setTarget = database.prepare("UPDATE file_change SET target = ? WHERE step = ?");
  const setMoves = database.prepare("UPDATE file_move SET target = ? WHERE step = ?");
  for (const { step } of steps) {
    setUndone.run(undone ? 1 : 0, step);
    setTarget.run(undone ? "before" : "after", step);
    setMoves.run(undone ? "before" : "after", step);
  }
}

const nothingTo = (what: string, folder: string): StudioError =>
  new StudioError(
    "notFound",
    `There is nothing to ${what} in ${folder}.`,
    "Only changes made by LoRA Atelier are kept here.",
  );

export type HistoryReport = FollowReport & { steps: Step[] };

/** Without waiting the files follow later, and what comes of them is not known yet. */
async function followed(database: Database, wait: boolean): Promise<FollowReport> {
  if (wait) return followJournal(database);
  followJournal(database).catch(() => {});
  return { written: [], conflicts: [] };
}

/** Takes back the folder's last step, or `until` with all later ones. @throws StudioError "notFound" */
export async function undo(
  database: Database,
  folder: string,
  until?: number,
  { wait = true } = {},
): Promise<HistoryReport> {
  const steps = transaction(database, () => {
    const done = history(database, folder).filter((step) => !step.undone);
    const chosen = until === undefined ? done.slice(0, 1) : done.filter(({ step }) => step >= until);
    if (chosen.length === 0 || (until !== undefined && chosen.at(-1)?.step !== until)) throw nothingTo("undo", folder);
    mark(database, chosen, true);
    return chosen;
  });
  return { steps, ...(await followed(database, wait)) };
}

/** Does again the step that was taken back last. @throws StudioError "notFound" */
export async function redo(database: Database, folder: string, { wait = true } = {}): Promise<HistoryReport> {
  const steps = transaction(database, () => {
    // The oldest of the undone ones: what was taken back last comes first again. New changes end the redo.
    const all = history(database, folder);
    const newestDone = all.find((step) => !step.undone)?.step ?? 0;
    const next = all.filter((step) => step.undone && step.step > newestDone).at(-1);
    if (!next) throw nothingTo("redo", folder);
    mark(database, [next], false);
    return [next];
  });
  return { steps, ...(await followed(database, wait)) };
}
