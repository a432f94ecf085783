import type { Params, Result } from "../../protocol/validate.js";
import type { Roots } from "../host/roots.js";
import type { Database } from "../store/database.js";
import { modelsOfContent } from "../store/score-table.js";
import { deletePreset, presets, savePreset } from "./presets.js";
import { parseStoredLabels } from "./score-models.js";
import { keptScores } from "./scores/kept-scores.js";
import type { TagScores } from "./scores/tag-scores.js";

type ModelScores = Result<"tagging/scores">["models"][number];

/** One model's kept scores by name, highest first. */
function namedScores({ labels, probabilities }: TagScores, name: string, stored: unknown): ModelScores {
  const known = parseStoredLabels(stored);
  const rows = [...labels].map((label, index) => {
    const { name: tag, category } = known[label] ?? { name: `label ${label}`, category: "other" };
    return { tag, category, probability: probabilities[index] ?? 0 };
  });
  const ratings = rows.filter(({ category }) => category === "rating");
  return {
    name,
    rating: Object.fromEntries(ratings.map(({ tag, probability }) => [tag, probability])),
    tags: rows
      .filter(({ category }) => category !== "rating")
      .sort((left, right) => right.probability - left.probability),
  };
}

/** Kept scores of single pictures, and named choices. */
export function keptMethods({ database, roots }: { database: Database; roots: Roots }) {
  return {
    async "tagging/scores"({ path }: Params<"tagging/scores">): Promise<Result<"tagging/scores">> {
      const kept = keptScores(database);
      const content = await kept.contentOf(await roots.permit(path));
      if (content === null) return { models: [] };
      const models = modelsOfContent(database, content).flatMap(({ id, name, labels }) => {
        const scores = kept.get(content, id);
        return scores ? [namedScores(scores, name, labels)] : [];
      });
      return { models };
    },
    "tagging/presets": async (): Promise<Result<"tagging/presets">> => ({ presets: presets(database) }),
    "tagging/savePreset": async ({
      name,
      choice,
    }: Params<"tagging/savePreset">): Promise<Result<"tagging/savePreset">> => ({
      presets: savePreset(database, name, choice),
    }),
    "tagging/deletePreset": async ({
      name,
    }: Params<"tagging/deletePreset">): Promise<Result<"tagging/deletePreset">> => ({
      presets: deletePreset(database, name),
    }),
  };
}
