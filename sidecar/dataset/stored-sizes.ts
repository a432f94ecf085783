import { fileStamp } from "../store/file-content.js";
import { storedSize } from "./picture-size.js";

// Only headers are read; more at a time would only queue in the system.
const HEADERS_AT_ONCE = 8;

/** Sizes of pictures as they are stored, null for unreadable ones; unchanged files are read once. */
export function storedSizes() {
  const known = new Map<string, { stamp: string; size: [number, number] | null }>();
  return async (paths: readonly string[]): Promise<([number, number] | null)[]> => {
    const rest = [...paths];
    const lane = async (): Promise<void> => {
      for (let path = rest.pop(); path !== undefined; path = rest.pop()) {
        const found = fileStamp(path);
        const stamp = found ? `${found.size} ${found.modified}` : "";
        if (known.get(path)?.stamp === stamp) continue;
        const size = await storedSize(path).catch(() => null);
        known.set(path, { stamp, size });
      }
    };
    await Promise.all(Array.from({ length: HEADERS_AT_ONCE }, lane));
    return paths.map((path) => known.get(path)?.size ?? null);
  };
}
