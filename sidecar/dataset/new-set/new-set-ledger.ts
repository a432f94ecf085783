import { resolve } from "node:path";
import type { JobLedger } from "../../host/jobs/job-kind.js";
import { reportError } from "../../host/studio-error.js";
import { committedTexts } from "../../store/committed-text.js";
import type { Database } from "../../store/database.js";
import { recordCreated, recordMoves } from "../../store/file-moves.js";
import { followJournal, recordChanges } from "../../store/journal.js";
import { stepMadeBy } from "../../store/move-conflicts.js";
import type { MoveFiles } from "../../store/move-files.js";
import { newStep, stepOfJob } from "../../store/steps.js";

/** A picture that is made, and what comes and goes with it; paths absolute. */
export interface NewSetItem {
  target: string;
  mask: string | null;
  /** The caption to be copied, and its new place. */
  caption: { from: string; to: string } | null;
  /** Names in our own folder, where the files wait until they are recorded. */
  staged: string;
  stagedMask: string;
  /** What lies at the same places: it goes to our folder under a name, or to an absolute path. */
  replaced: { path: string; to: string }[];
}

interface Journal {
  database: Database;
  job: number;
  /** Folder where the files wait. */
  staging: string;
  /** Another disk, for tests. */
  files?: MoveFiles;
}

/**
 * Records what came of pictures as one step of the folder's history: earlier results go back to our folder, the new files
 * come from there, and captions are copied. All is committed before any file moves; what a crash stops goes on at the
 * next start.
 */
export function newSetLedger<Item extends NewSetItem, Done extends object>(
  { folder, name }: { folder: string; name: string },
  { database, job, staging, files }: Journal,
): JobLedger<Item, Done> {
  let afterUndo: number | null = null;
  // What is made after somebody took the step back is a step of its own: it is there, and can be taken back too.
  const stepNow = (): number => {
    if (!stepMadeBy(database, job)?.undone) return stepOfJob(database, job, { folder, name });
    afterUndo ??= newStep(database, { folder, name });
    return afterUndo;
  };
  return {
    commit(item, done) {
      const step = stepNow();
      const { replaced } = item;
      if (replaced.length > 0) {
        recordMoves(
          database,
          step,
          replaced.map(({ path, to }) => ({ from: path, to: resolve(staging, to) })),
        );
      }
      recordCreated(database, step, [
        { from: resolve(staging, item.staged), to: item.target },
        ...(item.mask === null ? [] : [{ from: resolve(staging, item.stagedMask), to: item.mask }]),
      ]);
      return { ...done, accepted: false, captionProblem: copyCaption(database, step, item) };
    },
    async follow() {
      await followJournal(database, files);
    },
  };
}

/** Why the caption was not copied, or null. A caption that cannot be read hinders no cut-out. */
function copyCaption(database: Database, step: number, { caption }: NewSetItem): string | null {
  if (caption === null) return null;
  try {
    const textOf = committedTexts(database);
    const [text, standing] = [textOf(caption.from), textOf(caption.to)];
    if (text === null || standing !== null) return null;
    const encoding = textOf.encodingOf(caption.from);
    recordChanges(database, step, [
      { path: caption.to, before: null, after: text, encoding: { before: encoding, after: encoding } },
    ]);
    return null;
  } catch (error) {
    return reportError(error).message;
  }
}
