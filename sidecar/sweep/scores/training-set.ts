import { captionPath, scanFolder } from "../../dataset/scan.js";
import { committedTexts } from "../../store/committed-text.js";
import type { Database } from "../../store/database.js";
import type { IsTrained } from "../plan/trained-pictures.js";

export interface TrainingFile {
  path: string;
  caption: string | null;
}

// A mean over so many pictures is as good as one over thousands, and every cell is compared with each of them.
const MOST_COMPARED = 300;

/** The training pictures of a folder with their captions as committed, evenly thinned where they are many; none for no folder. */
export async function trainingFiles(database: Database, folder: string | null): Promise<TrainingFile[]> {
  if (folder === null) return [];
  const scan = await scanFolder(folder, { recursive: true }).catch(() => null);
  const images = scan?.images ?? [];
  const stride = Math.max(1, images.length / MOST_COMPARED);
  const chosen = Array.from(
    { length: Math.min(images.length, MOST_COMPARED) },
    (_, place) => images[Math.floor(place * stride)],
  );
  const textOf = committedTexts(database);
  const captionOf = (path: string): string | null => {
    try {
      return textOf(captionPath(path));
    } catch {
      return null;
    }
  };
  return chosen.flatMap((image) => (image ? [{ path: image.path, caption: captionOf(image.path) }] : []));
}

/**
 * Marks the pictures that the run did not learn from. Where it learnt from none of them, as when the set was moved since,
 * the folder is taken for what was trained on.
 * @param isTrained null: not known, so all are
 */
export function withHeldOut<Picture extends { path: string; content: string | null }>(
  pictures: readonly Picture[],
  isTrained: IsTrained | null,
): (Picture & { heldOut: boolean })[] {
  const marked = pictures.map((picture) => ({
    ...picture,
    heldOut: isTrained !== null && !isTrained(picture.path, picture.content),
  }));
  return marked.every(({ heldOut }) => heldOut) ? marked.map((picture) => ({ ...picture, heldOut: false })) : marked;
}
