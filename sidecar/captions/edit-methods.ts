import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import { StudioError } from "../host/studio-error.js";
import type { Database } from "../store/database.js";
import { followSoon } from "../store/journal.js";
import { say } from "../words/sentence.js";
import { categoryOf } from "./assist/categories.js";
import { clipTokens } from "./assist/tokens.js";
import { commitEdits } from "./edits/commit-edits.js";
import { editSet } from "./edits/edit-set.js";
import type { CaptionedPicture } from "./set/caption-set.js";
import { captionChooser } from "./set/chooser.js";
import { listRows } from "./set/list-rows.js";
import { statistics } from "./set/statistics.js";
import { tagMeasures } from "./set/tag-measures.js";

const CHANGES_SHOWN = 100;
const TAGS_SHOWN = 3000;

/** @throws StudioError "changedElsewhere" when one of the captions is not the one that was shown */
function assertShown(pictures: readonly CaptionedPicture[], before: string | null): void {
  const other = pictures.find(({ text }) => text !== before);
  if (!other) return;
  throw new StudioError(
    "changedElsewhere",
    say("The caption of {name} was changed meanwhile; nothing was written. It now reads: {text}", {
      name: other.name,
      text: other.text ?? say("(no file)"),
    }),
    say("The page now shows it as it is; do the change again on it."),
  );
}

/** Lists, counts and edits of captions. */
export function editMethods({ database, roots }: { database: Database; roots: Roots }) {
  const choose = captionChooser({ database, roots });
  return {
    async "captions/edit"(params: Params<"captions/edit">): Promise<Result<"captions/edit">> {
      const {
        edits,
        prose = false,
        dryRun = false,
        stepName = null,
        expect = null,
        save = true,
        limit = CHANGES_SHOWN,
      } = params;
      const { set, chosen } = await choose(params);
      const measures = tagMeasures(set.pictures, clipTokens);
      const edited = editSet(chosen, edits, { prose, measures });
      const { changes } = edited;
      if (params.before !== undefined) assertShown(chosen, params.before);
      const step = dryRun ? null : commitEdits(database, edited, { folder: set.folder, edits, stepName, expect, save });
      // The change is done; the files follow, and whoever reads a caption meanwhile sees it as committed.
      if (step !== null) followSoon(database, changes.length);
      return {
        step,
        matched: chosen.length,
        captions: changes.length,
        changed: changes.slice(0, limit).map(({ picture, before, after }) => ({ path: picture.path, before, after })),
        unchanged: edited.unchanged,
        prose: edited.prose,
        digest: edited.digest,
        problems: [...set.problems, ...edited.problems],
      };
    },
    async "captions/list"(params: Params<"captions/list">): Promise<Result<"captions/list">> {
      const { set, chosen } = await choose(params);
      const { from = 0, limit = null, captions = true } = params;
      const rows = listRows(chosen, { from, limit, captions, tokens: clipTokens });
      return { pictures: set.pictures.length, matched: chosen.length, ...rows, problems: set.problems };
    },
    async "captions/stats"(params: Params<"captions/stats">): Promise<Result<"captions/stats">> {
      const { chosen } = await choose(params);
      const { limit = TAGS_SHOWN, together = 0 } = params;
      return statistics(chosen, { limit, together, tokens: clipTokens, categoryOf });
    },
  };
}
