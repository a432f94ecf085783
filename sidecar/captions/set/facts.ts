import { pictureSize } from "../../dataset/picture-size.js";
import type { Database } from "../../store/database.js";
import { digestFile, fileContents, fileStamp } from "../../store/file-content.js";
import { modelById, scoreTable } from "../../store/score-table.js";
import { tagText } from "../../tagging/caption-text.js";
import { spelling } from "../../tagging/choose/spelling.js";
import { parseStoredLabels } from "../../tagging/score-models.js";
import { unpackScores } from "../../tagging/scores/tag-scores.js";
import type { CaptionedPicture } from "./caption-set.js";

/** Width and height in pixels as the picture is seen. */
export interface PictureSize {
  width: number;
  height: number;
}

// Only headers are read; more at a time would only queue in the system.
const HEADERS_AT_ONCE = 8;

async function eachOf<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const rest = [...items];
  const lane = async (): Promise<void> => {
    for (let item = rest.pop(); item !== undefined; item = rest.pop()) await work(item);
  };
  await Promise.all(Array.from({ length: HEADERS_AT_ONCE }, lane));
}

/** Sizes by path, from the files' headers; unreadable pictures have none. Unchanged files are read once. */
export function pictureSizes() {
  const known = new Map<string, { stamp: string; size: PictureSize | null }>();
  return async (pictures: readonly CaptionedPicture[]): Promise<Map<string, PictureSize>> => {
    await eachOf(pictures, async ({ path }) => {
      const found = fileStamp(path);
      const stamp = found ? `${found.size} ${found.modified}` : "";
      if (known.get(path)?.stamp === stamp) return;
      const size = await pictureSize(path).then(
        ([width, height]) => ({ width, height }),
        () => null,
      );
      known.set(path, { stamp, size });
    });
    return new Map(
      pictures.flatMap(({ path }) => {
        const size = known.get(path)?.size;
        return size ? [[path, size]] : [];
      }),
    );
  };
}

/** Paths of pictures whose file is byte for byte that of another one; only files of equal size are read. */
export async function duplicatePaths(
  database: Database,
  pictures: readonly CaptionedPicture[],
): Promise<ReadonlySet<string>> {
  const contents = fileContents(database);
  const bySize = new Map<number, string[]>();
  for (const { path } of pictures) {
    const size = fileStamp(path)?.size;
    if (size === undefined) continue;
    bySize.set(size, [...(bySize.get(size) ?? []), path]);
  }
  const byContent = new Map<string, string[]>();
  const candidates = [...bySize.values()].filter((paths) => paths.length > 1).flat();
  await eachOf(candidates, async (path) => {
    const stamp = fileStamp(path);
    if (!stamp) return;
    const content = contents.known(path, stamp) ?? (await digestFile(path).catch(() => null));
    if (content === null) return;
    contents.remember(path, stamp, content);
    byContent.set(content, [...(byContent.get(content) ?? []), path]);
  });
  return new Set([...byContent.values()].filter((paths) => paths.length > 1).flat());
}

/** What the taggers that were run say of one picture, by tag as `spelling` writes it. */
export interface KeptTagScores {
  /** The highest of all models, 0–1. */
  scores: Map<string, number>;
  /** For tags that several models know: the highest score less the lowest. */
  apart: Map<string, number>;
}

/** Kept scores of a picture; null when no tagger has seen it. */
export function scoresByTag(database: Database) {
  const contents = fileContents(database);
  const table = scoreTable(database);
  // Labels of each model by their place: reading them from the state takes longer than all a picture's scores.
  const labels = new Map<number, { names: string[]; known: ReadonlySet<string> }>();
  const labelsOf = (model: number): { names: string[]; known: ReadonlySet<string> } => {
    const known = labels.get(model);
    if (known) return known;
    const names = parseStoredLabels(modelById(database, model).labels).map(({ name }) => spelling(tagText(name)));
    const read = { names, known: new Set(names) };
    labels.set(model, read);
    return read;
  };
  const scoresOf = (content: string, model: number): Map<string, number> => {
    const packed = table.get(content, model);
    if (!packed) return new Map();
    const { names } = labelsOf(model);
    const { labels: found, probabilities } = unpackScores(packed);
    const scores = new Map<string, number>();
    for (let index = 0; index < found.length; index += 1) {
      const name = names[found[index] ?? -1];
      if (name !== undefined) scores.set(name, probabilities[index] ?? 0);
    }
    return scores;
  };
  return (path: string): KeptTagScores | null => {
    const stamp = fileStamp(path);
    const content = stamp && contents.known(path, stamp);
    const models = content ? table.models(content) : [];
    if (!content || models.length === 0) return null;
    const byModel = models.map((model) => ({ model, own: scoresOf(content, model) }));
    const scores = new Map<string, number>();
    for (const { own } of byModel) {
      for (const [tag, score] of own) scores.set(tag, Math.max(score, scores.get(tag) ?? 0));
    }
    const apart = new Map<string, number>();
    for (const [tag, highest] of models.length > 1 ? scores : []) {
      const knowing = byModel.filter(({ model }) => labelsOf(model).known.has(tag));
      const lowest = Math.min(...knowing.map(({ own }) => own.get(tag) ?? 0));
      if (knowing.length > 1) apart.set(tag, highest - lowest);
    }
    return { scores, apart };
  };
}
