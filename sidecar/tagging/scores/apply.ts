import type { Result } from "../../../protocol/validate.js";
import { type Database, transaction } from "../../store/database.js";
import { type FileChange, recordChanges } from "../../store/journal.js";
import { newStep } from "../../store/steps.js";
import type { Chooser } from "../choose/choose-set.js";
import type { TagOptions } from "../options.js";
import { countCaptions, newCaptions } from "./new-captions.js";
import type { ScoreSet } from "./score-set.js";

/** Commits a choice's captions as one step; the files follow by the journal. */
export function applyChoice(
  database: Database,
  set: ScoreSet,
  { choose, options }: { choose: Chooser; options: TagOptions },
): Omit<Result<"tagging/apply">, "conflicts"> {
  const captions = newCaptions(set, choose, options);
  const changes = captions.flatMap(({ picture: { caption, before, encoding }, after, outcome }): FileChange[] =>
    encoding !== null && (outcome === "created" || outcome === "changed")
      ? [{ path: caption, before, after, encoding: { before: encoding, after: encoding } }]
      : [],
  );
  const step =
    changes.length === 0
      ? null
      : transaction(database, () => {
          const made = newStep(database, { folder: options.folder, name: "Choose tags" });
          recordChanges(database, made, changes);
          return made;
        });
  const scored = captions.filter(({ outcome }) => outcome !== "unscored").length;
  return { step, pictures: captions.length, scored, counts: countCaptions(captions) };
}
