import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Database } from "../store/database.js";
import { fileStamp } from "../store/file-content.js";
import { allModels } from "../store/score-table.js";
import { tagText } from "../tagging/caption-text.js";
import { parseStoredLabels } from "../tagging/score-models.js";
import { type ListedTag, parseTagList } from "./assist/tag-lists.js";
import { createVocabulary } from "./assist/vocabulary.js";

// The WebUI's tag completion keeps its lists beside us when both are installed as extensions.
const besideUs = fileURLToPath(new URL("../../../../a1111-sd-webui-tagcomplete/tags/", import.meta.url));

const LONGEST_LIST = 64 * 2 ** 20;

async function listsIn(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names.filter((name) => name.toLowerCase().endsWith(".csv")).map((name) => join(folder, name));
}

/**
 * The words for completion: labels of the taggers used so far, the user's lists in `vocabulary` of the state folder, and
 * those of the WebUI's tag completion. Read again when a file or the taggers changed.
 */
export function vocabularyOf(database: Database, stateFolder: string) {
  let kept: { key: string; vocabulary: ReturnType<typeof createVocabulary>; sources: string[] } | null = null;
  return async () => {
    const files = [...(await listsIn(join(stateFolder, "vocabulary"))), ...(await listsIn(besideUs))];
    const sized = files.filter((file) => (fileStamp(file)?.size ?? Number.POSITIVE_INFINITY) <= LONGEST_LIST);
    const models = allModels(database);
    const key = JSON.stringify([sized.map((file) => [file, fileStamp(file)]), models.map(({ id }) => id)]);
    if (kept?.key !== key) {
      const labels = models.map(({ labels: stored }) =>
        parseStoredLabels(stored)
          .filter(({ category }) => category !== "rating")
          .map(({ name, category }): ListedTag => ({ tag: tagText(name), count: 0, category, aliases: [] })),
      );
      const lists = await Promise.all(sized.map(async (file) => parseTagList(await readFile(file, "utf8")).tags));
      const sources = [...models.map(({ name }) => name), ...sized.map((file) => basename(file))];
      kept = { key, vocabulary: createVocabulary([...lists, ...labels]), sources };
    }
    return { complete: kept.vocabulary.complete, sources: kept.sources };
  };
}
