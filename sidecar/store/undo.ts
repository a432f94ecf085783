import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import { type Database, transaction } from "./database.js";
import type { FollowReport } from "./follow-report.js";
import { history, type Step } from "./history.js";
import { followJournal, followSoon } from "./journal.js";
import { releaseFolder, releaseStep, unsavedFiles } from "./saving.js";
import { headOf, lineTo, nextAgain, stepTree } from "./steps.js";

type HistoryReport = FollowReport & { steps: Step[] };

interface Way {
  /** false: answer once it is committed; the files follow. */
  wait?: boolean;
  /** false: the files follow only when the user saves. */
  save?: boolean;
}

const nothingTo = (what: "undo" | "redo", folder: string): StudioError =>
  new StudioError(
    "notFound",
    what === "undo"
      ? say("There is nothing to undo in {folder}.", { folder })
      : say("There is nothing to redo in {folder}.", { folder }),
    say("Only changes made by LoRA Atelier are kept here."),
  );

/** Marks one step done or taken back; its files are to follow. */
function turn(database: Database, folder: string, step: number, { undone, save }: { undone: boolean; save: boolean }) {
  const [target, other] = undone ? ["before", "after"] : ["after", "before"];
  const last = database.prepare("SELECT coalesce(max(undone), 0) AS last FROM change_step WHERE folder = ?");
  const order = undone ? Number(Object(last.get(folder)).last) + 1 : 0;
  database.prepare("UPDATE change_step SET undone = ? WHERE id = ?").run(order, step);
  const moves = database.prepare("UPDATE file_move SET target = ? WHERE step = ?").run(target, step);
  const held = save || Number(moves.changes) > 0 ? 0 : 1;
  // What was held back never reached its file, and needs no way back. What was on its way may have: its file follows.
  database
    .prepare(
      `UPDATE file_change SET target = CASE WHEN held = 1 AND target = ? THEN NULL ELSE ? END,
         held = CASE WHEN held = 1 AND target = ? OR held = 0 AND target IS NOT NULL THEN 0 ELSE ? END WHERE step = ?`,
    )
    .run(other, target, other, held, step);
  if (Number(moves.changes) > 0) releaseFolder(database, folder);
  else if (save) releaseStep(database, step);
}

/** Brings a folder to the state after a step (null: before the first one), whatever way leads there. */
async function goTo(
  database: Database,
  folder: string,
  find: () => number | null,
  { wait = true, save = true }: Way,
): Promise<HistoryReport> {
  const steps = transaction(database, () => {
    const tree = stepTree(database, folder);
    const target = lineTo(tree, find());
    const done = lineTo(tree, headOf(database, folder));
    const back = done.filter((step) => !target.includes(step));
    const again = target.filter((step) => !done.includes(step)).reverse();
    for (const step of back) turn(database, folder, step, { undone: true, save });
    for (const step of again) turn(database, folder, step, { undone: false, save });
    const names = new Map(history(database, folder).map((step) => [step.step, step]));
    return [...back, ...again].flatMap((step) => names.get(step) ?? []);
  });
  if (wait) return { steps, ...(await followJournal(database)) };
  // The files follow later, and what comes of them is not known yet.
  followSoon(
    database,
    steps.reduce((sum, { files }) => sum + files, 0),
  );
  return { steps, written: [], conflicts: [] };
}

/** The steps that undo and redo would turn, or null. */
export function nextSteps(database: Database, folder: string): { undo: number | null; redo: number | null } {
  const tree = stepTree(database, folder);
  const head = headOf(database, folder);
  const done = new Set(lineTo(tree, head));
  const last = history(database, folder).find(({ step }) => done.has(step));
  return { undo: last?.step ?? null, redo: nextAgain(tree, head) };
}

/** Takes back the folder's last step, or `until` with all later ones. @throws StudioError "notFound" */
export function undo(database: Database, folder: string, until?: number, way: Way = {}): Promise<HistoryReport> {
  return goTo(
    database,
    folder,
    () => {
      const tree = stepTree(database, folder);
      const step = until ?? nextSteps(database, folder).undo;
      if (step === null || !lineTo(tree, headOf(database, folder)).includes(step)) throw nothingTo("undo", folder);
      return tree.get(step)?.parent ?? null;
    },
    way,
  );
}

/** Does again the step that was taken back last; a new change since then ends that. @throws StudioError "notFound" */
export function redo(database: Database, folder: string, way: Way = {}): Promise<HistoryReport> {
  return goTo(
    database,
    folder,
    () => {
      const next = nextSteps(database, folder).redo;
      if (next === null) throw nothingTo("redo", folder);
      return next;
    },
    way,
  );
}

/**
 * Goes to the state of a restore point, or to that after a step, also when it was taken back and other changes followed.
 * @throws StudioError "notFound"
 */
export function returnTo(database: Database, folder: string, step: number, way: Way = {}): Promise<HistoryReport> {
  return goTo(
    database,
    folder,
    () => {
      const row = database
        .prepare("SELECT id, parent, point FROM change_step WHERE id = ? AND folder = ?")
        .get(step, folder);
      if (!row) {
        throw new StudioError(
          "notFound",
          say("The history of {folder} has no step {step}.", { folder, step }),
          say("Its steps and restore points are listed by: captions history"),
        );
      }
      const { parent, point } = Object(row);
      if (point !== 1) return step;
      return parent === null ? null : Number(parent);
    },
    way,
  );
}

/** Lets the files follow all that waited to be saved. Returns how many waited. */
export async function save(database: Database, folder: string): Promise<FollowReport & { files: number }> {
  const files = transaction(database, () => {
    const waiting = unsavedFiles(database, folder);
    releaseFolder(database, folder);
    return waiting;
  });
  return { files, ...(await followJournal(database)) };
}
