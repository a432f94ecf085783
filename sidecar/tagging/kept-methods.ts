import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import { StudioError } from "../host/studio-error.js";
import type { Database } from "../store/database.js";
import { modelsOfContent } from "../store/score-table.js";
import { say } from "../words/sentence.js";
import { isModelName } from "./models/ready-model.js";
import { deletePreset, presets, savePreset } from "./presets.js";
import { parseStoredLabels } from "./score-models.js";
import { keptScores } from "./scores/kept-scores.js";
import { namedScores } from "./scores/named-scores.js";
import type { UsualTagging } from "./usual.js";

const ownersPresets = (): StudioError =>
  new StudioError(
    "notAllowed",
    say("Presets are used by all who use this studio; only its owner changes them."),
    say("Log in, or ask who runs the studio."),
  );

/** Kept scores of single pictures, and named choices. */
export function keptMethods({ database, roots, usual }: { database: Database; roots: Roots; usual(): UsualTagging }) {
  return {
    async "tagging/scores"({ path }: Params<"tagging/scores">): Promise<Result<"tagging/scores">> {
      const kept = keptScores(database);
      const content = await kept.contentOf(await roots.permit(path));
      if (content === null) return { models: [] };
      const models = modelsOfContent(database, content).flatMap(({ id, name, labels }) => {
        const scores = kept.get(content, id);
        return scores ? [{ name, ...namedScores(scores, parseStoredLabels(labels)) }] : [];
      });
      return { models };
    },
    async "tagging/presets"(): Promise<Result<"tagging/presets">> {
      const { model, choice, existing } = usual();
      // Who may be anybody learns no folders.
      const told = model !== null && roots.exposed && !isModelName(model) ? null : model;
      return { presets: presets(database), usual: { model: told, choice, existing } };
    },
    async "tagging/savePreset"({ name, choice }: Params<"tagging/savePreset">): Promise<Result<"tagging/savePreset">> {
      if (roots.exposed) throw ownersPresets();
      return { presets: savePreset(database, name, choice) };
    },
    async "tagging/deletePreset"({ name }: Params<"tagging/deletePreset">): Promise<Result<"tagging/deletePreset">> {
      if (roots.exposed) throw ownersPresets();
      return { presets: deletePreset(database, name) };
    },
  };
}
