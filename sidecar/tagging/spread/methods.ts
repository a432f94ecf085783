import type { Params, Result } from "../../../protocol/validate.js";
import { scanFolder } from "../../dataset/scan.js";
import type { Roots } from "../../host/roots.js";
import type { Database } from "../../store/database.js";
import { modelById, scoreTable } from "../../store/score-table.js";
import { spreadEn } from "../../words/spread-en.js";
import { parseStoredLabels } from "../score-models.js";
import { keptScores } from "../scores/kept-scores.js";
import { measureSpread, type TaggedPicture } from "./measure-spread.js";

// The threshold of the taggers' author for general tags.
const THRESHOLD = 0.35;

/** The model that scored most of the contents, the newest of several; null when none did. */
function commonest(contents: readonly string[], modelsOf: (content: string) => number[]): number | null {
  const counts = new Map<number, number>();
  for (const content of contents) {
    for (const model of modelsOf(content)) counts.set(model, (counts.get(model) ?? 0) + 1);
  }
  const [best] = [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0]);
  return best?.[0] ?? null;
}

/** How a set's pictures are spread, by kept scores. */
export function spreadMethods({ database, roots }: { database: Database; roots: Roots }) {
  return {
    async "tagging/spread"(params: Params<"tagging/spread">): Promise<Result<"tagging/spread">> {
      const { images } = await scanFolder(await roots.open(params.folder), { recursive: params.recursive === true });
      const kept = keptScores(database);
      const known = await Promise.all(
        images.map(async ({ path }) => ({ path, content: await kept.contentOf(path).catch(() => null) })),
      );
      const contents = known.flatMap(({ content }) => content ?? []);
      const id = commonest(contents, scoreTable(database).models);
      if (id === null) return { spread: null };
      const model = modelById(database, id);
      const labels = parseStoredLabels(model.labels);
      const pictures = known.flatMap(({ path, content }): TaggedPicture[] => {
        const scores = content === null ? null : kept.get(content, id);
        if (!scores) return [];
        const tags = [...scores.labels].filter((_, index) => (scores.probabilities[index] ?? 0) >= THRESHOLD);
        return [{ path, tags: tags.flatMap((label) => labels[label]?.name ?? []) }];
      });
      const found = measureSpread(
        pictures,
        labels.map(({ name }) => name),
      );
      if (found === null) return { spread: null };
      return {
        spread: {
          model: model.name,
          pictures: images.length,
          scored: pictures.length,
          groups: found.groups,
          findings: found.findings.map((finding) => ({ ...finding, sentence: spreadEn.finding(finding) })),
          texts: found.texts,
        },
      };
    },
  };
}
