import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import { type Database, writesSoFar } from "../store/database.js";
import { followJournal } from "../store/journal.js";
import { conceptThresholds, proposePruning } from "./advice/advise.js";
import { completeChoice } from "./choose/choice.js";
import { chooser } from "./choose/choose-set.js";
import { completeOptions, type TagOptions } from "./options.js";
import { permittedOptions } from "./permitted-options.js";
import { applyChoice } from "./scores/apply.js";
import { newCaptions } from "./scores/new-captions.js";
import { DISAGREEMENT_MARGIN, listDisagreements, previewChoice } from "./scores/preview.js";
import { recentSet } from "./scores/recent-set.js";
import { type ScoreSet, scoreSets } from "./scores/score-set.js";
import type { UsualTagging } from "./usual.js";
import { writeExport } from "./write-export.js";

const DISAGREEMENTS_LISTED = 1000;

interface LongRequest {
  /** 0–1 */
  progress(part: number): void;
}

/** Everything that chooses tags from kept scores: no model is loaded. */
export function choiceMethods({ database, roots, usual }: { database: Database; roots: Roots; usual(): UsualTagging }) {
  const complete = (given: Params<"tagging/start">): Promise<TagOptions> => {
    const now = usual();
    return permittedOptions(roots, completeOptions(given, now), { usual: now });
  };
  const read = scoreSets(database);
  const load = (options: TagOptions, { progress }: LongRequest): Promise<ScoreSet> => read(options, progress);
  const recent = recentSet(load, () => writesSoFar(database));
  return {
    async "tagging/preview"(
      { paths, ...given }: Params<"tagging/preview">,
      context: LongRequest,
    ): Promise<Result<"tagging/preview">> {
      const options = await complete(given);
      const set = await recent.get(options, context);
      return previewChoice(set, chooser(set.joined.labels, options.choice), { options, paths: paths ?? [] });
    },
    async "tagging/apply"(
      { wait, ...given }: Params<"tagging/apply">,
      context: LongRequest,
    ): Promise<Result<"tagging/apply">> {
      const options = await complete(given);
      const set = await load(options, context);
      const choose = chooser(set.joined.labels, options.choice);
      const applied = applyChoice(database, set, { choose, options });
      const following = followJournal(database);
      if (wait) return { ...applied, conflicts: (await following).conflicts };
      // What a file's conflict was is kept in the journal, and told with the folder's history. The set is read once
      // more when all is written, so that the next choice finds it known.
      following.then(() => load(options, { progress: () => {} })).catch(() => {});
      return { ...applied, conflicts: [] };
    },
    async "tagging/disagreements"(
      { margin, limit, ...given }: Params<"tagging/disagreements">,
      context: LongRequest,
    ): Promise<Result<"tagging/disagreements">> {
      const options = await complete(given);
      const set = await recent.get(options, context);
      const images = listDisagreements(set, options, margin ?? DISAGREEMENT_MARGIN);
      return {
        models: set.models.map(({ name }) => name),
        total: images.length,
        images: images.slice(0, limit ?? DISAGREEMENTS_LISTED),
      };
    },
    async "tagging/advise"(
      { concept, ...given }: Params<"tagging/advise">,
      context: LongRequest,
    ): Promise<Result<"tagging/advise">> {
      const options = await complete({ ...given, existing: "overwrite" });
      const set = await recent.get(options, context);
      const thresholds = conceptThresholds[concept];
      const choice = completeChoice({ thresholds });
      const captions = newCaptions(set, chooser(set.joined.labels, choice), { existing: "overwrite", choice });
      const scored = captions.filter(({ outcome }) => outcome !== "unscored").length;
      return { concept, thresholds, scored, prune: proposePruning(concept, captions) };
    },
    async "tagging/export"(
      { format, file, overwrite, ...given }: Params<"tagging/export">,
      context: LongRequest,
    ): Promise<Result<"tagging/export">> {
      const options = await complete({ ...given, existing: "overwrite" });
      const permitted = await roots.permitNew(file);
      const set = await load(options, context);
      const captions = newCaptions(set, chooser(set.joined.labels, options.choice), options);
      return writeExport(database, captions, {
        folder: options.folder,
        file: permitted,
        format,
        overwrite: overwrite ?? false,
      });
    },
  };
}
