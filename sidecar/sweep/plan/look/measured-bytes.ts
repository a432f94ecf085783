import { join } from "node:path";
import { fileStamp } from "../../../store/file-content.js";
import type { DrawnExample } from "./drawn-before.js";
import { median } from "./sweep-cost.js";

const MOST_FILES = 40;

/** Bytes per pixel of PNGs that were drawn here; null: there are none. */
export function measuredBytesPerPixel(stateFolder: string, examples: readonly DrawnExample[]): number | null {
  const sizes = examples.slice(0, MOST_FILES).flatMap(({ content, pixels }) => {
    const path = join(stateFolder, "sweeps", "pictures", content.slice(0, 2), `${content}.png`);
    const stamp = fileStamp(path);
    return stamp === null || pixels === 0 ? [] : [stamp.size / pixels];
  });
  return median(sizes);
}
