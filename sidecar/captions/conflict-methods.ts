import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import { reportError } from "../host/studio-error.js";
import { committedTexts } from "../store/committed-text.js";
import { forgetConflicts, type InterruptedStep, openConflicts, pendingFiles } from "../store/conflicts.js";
import { type Database, transaction } from "../store/database.js";
import { type FileChange, followJournal, recordChanges } from "../store/journal.js";
import { unsavedFiles } from "../store/saving.js";
import { newStep } from "../store/steps.js";
import type { TextEncoding } from "../store/text-encoding.js";
import { mergeCaptions } from "./edits/merge-captions.js";
import { requireOwnHistory } from "./require-own-history.js";

type Conflict = Result<"captions/conflicts">["conflicts"][number] & { change: number; encoding: TextEncoding };

function conflicts(database: Database, folder: string): Conflict[] {
  const open = openConflicts(database, folder);
  if (open.length === 0) return [];
  const textOf = committedTexts(database);
  return open.flatMap(({ change, path, base, mine }) => {
    try {
      const theirs = textOf(path);
      // Both wrote the same in the end.
      if (theirs === mine) return [];
      const encoding = textOf.encodingOf(path);
      return [{ change, path, mine, theirs, merged: mergeCaptions(base, mine, theirs), encoding }];
    } catch {
      // What cannot be read is listed among the captions that cannot be read.
      return [];
    }
  });
}

const stepNames = { mine: "Keep mine", merged: "Merge both" } as const;

/** Captions that another program changed meanwhile, and whether all files have followed. */
export function conflictMethods(room: {
  database: Database;
  roots: Roots;
  stateFolder: string;
  /** What a crash interrupted before this start, and this start has ended. */
  interrupted: readonly InterruptedStep[];
}) {
  const { database, roots, interrupted } = room;
  return {
    async "captions/conflicts"({ folder }: Params<"captions/conflicts">): Promise<Result<"captions/conflicts">> {
      const opened = await roots.open(folder);
      await requireOwnHistory(opened, room);
      const open = conflicts(database, opened);
      return { conflicts: open.map(({ path, mine, theirs, merged }) => ({ path, mine, theirs, merged })) };
    },
    async "captions/resolve"({ folder, paths, keep }: Params<"captions/resolve">): Promise<Result<"captions/resolve">> {
      const opened = await roots.open(folder);
      await requireOwnHistory(opened, room);
      const wanted = new Set(paths);
      const open = conflicts(database, opened).filter(({ path }) => wanted.has(path));
      const settled = keep === "merged" ? open.filter(({ merged }) => merged !== null) : open;
      const step = transaction(database, () => {
        forgetConflicts(
          database,
          settled.map(({ change }) => change),
        );
        if (keep === "theirs" || settled.length === 0) return null;
        const made = newStep(database, { folder: opened, name: stepNames[keep] });
        const changes = settled.map(
          ({ path, mine, theirs, merged, encoding }): FileChange => ({
            path,
            encoding: { before: encoding, after: encoding },
            before: theirs,
            after: keep === "mine" ? mine : merged,
          }),
        );
        recordChanges(database, made, changes);
        return made;
      });
      const report = await followJournal(database);
      const unmerged = open
        .filter((conflict) => !settled.includes(conflict))
        .map(({ path }) => ({
          ...reportError(new Error(`${path}: the two captions cannot be merged.`)),
          path,
          hint: "Keep one of the two.",
        }));
      return { step, resolved: settled.length, problems: [...unmerged, ...report.conflicts] };
    },
    async "captions/following"({
      folder,
      wait = false,
    }: Params<"captions/following">): Promise<Result<"captions/following">> {
      const opened = await roots.open(folder);
      if (wait) await followJournal(database);
      return {
        pending: pendingFiles(database, opened),
        unsaved: unsavedFiles(database, opened),
        conflicts: conflicts(database, opened).length,
        finished: interrupted
          .filter((one) => one.folder === opened)
          .map(({ step, name, undone, files }) => ({ step, name, undone, files })),
      };
    },
  };
}
