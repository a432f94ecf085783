import type { CaptionEdit } from "../../../protocol/generated/methods.js";
import { StudioError } from "../../host/studio-error.js";
import { type Database, transaction } from "../../store/database.js";
import { recordChanges } from "../../store/journal.js";
import { newStep } from "../../store/steps.js";
import { say } from "../../words/sentence.js";
import { editName } from "./edit-name.js";
import type { EditedSet } from "./edit-set.js";

interface Commit {
  folder: string;
  edits: readonly CaptionEdit[];
  /** Null names the step by its edits. */
  stepName: string | null;
  /** Digest of the changes that were shown, or null. */
  expect: string | null;
  /** false: the files wait for the user to save. */
  save: boolean;
}

/**
 * Commits the changes as one step of the folder's history; the files follow by the journal. Null when nothing changes.
 * @throws StudioError "changedElsewhere" when these are not the changes that were shown
 */
export function commitEdits(database: Database, { changes, digest }: EditedSet, commit: Commit): number | null {
  if (commit.expect !== null && commit.expect !== digest) {
    throw new StudioError(
      "changedElsewhere",
      say("The captions are not those any more for which this change was shown; nothing was changed."),
      say("Look at the new preview, then do it again."),
    );
  }
  if (changes.length === 0) return null;
  return transaction(database, () => {
    const step = newStep(database, { folder: commit.folder, name: commit.stepName ?? editName(commit.edits) });
    recordChanges(
      database,
      step,
      changes.map(({ picture, before, after, encoding }) => ({
        path: picture.file,
        before,
        after,
        encoding: { before: picture.encoding, after: encoding },
      })),
      { held: !commit.save },
    );
    return step;
  });
}
