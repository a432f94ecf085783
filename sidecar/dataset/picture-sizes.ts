import { fileStamp } from "../store/file-content.js";
import { pictureSize, type StoredShape, storedShape } from "./picture-size.js";

// Only headers are read; more at a time would only queue in the system.
const HEADERS_AT_ONCE = 8;

/** Asks about each path, a few at a time; null for unreadable pictures. */
async function inLanes(paths: readonly string[], ask: (path: string) => Promise<void>): Promise<void> {
  const rest = [...paths];
  const lane = async (): Promise<void> => {
    for (let path = rest.pop(); path !== undefined; path = rest.pop()) await ask(path);
  };
  await Promise.all(Array.from({ length: HEADERS_AT_ONCE }, lane));
}

type Size = [width: number, height: number];

/** Sizes of pictures as they are seen (EXIF), null for unreadable ones. */
export async function uprightSizes(paths: readonly string[]): Promise<(Size | null)[]> {
  const sizes = new Map<string, Size | null>();
  await inLanes(paths, async (path) => void sizes.set(path, await pictureSize(path).catch(() => null)));
  return paths.map((path) => sizes.get(path) ?? null);
}

/** Pictures as they are stored, null for unreadable ones; unchanged files are read once. */
export function storedShapes() {
  const known = new Map<string, { stamp: string; shape: StoredShape | null }>();
  return async (paths: readonly string[]): Promise<(StoredShape | null)[]> => {
    await inLanes(paths, async (path) => {
      const found = fileStamp(path);
      const stamp = found ? `${found.size} ${found.modified}` : "";
      if (known.get(path)?.stamp === stamp) return;
      known.set(path, { stamp, shape: await storedShape(path).catch(() => null) });
    });
    return paths.map((path) => known.get(path)?.shape ?? null);
  };
}
