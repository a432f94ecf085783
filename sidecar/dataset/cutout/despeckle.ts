import { islands } from "./islands.js";
import type { Mask } from "./mask.js";

// What is fainter is seen as background, what is denser as subject.
const FAINT = 12;

/**
 * Removes small islands of subject and fills small holes in it. The largest island stays, whatever its size; a hole that
 * touches the frame is none.
 * @param share of the picture's pixels, 0–1, below which an island or a hole is small
 */
export function despeckled(mask: Mask, share: number): Mask {
  const limit = share * mask.data.length;
  if (limit <= 0) return mask;
  const data = mask.data.slice();
  const subject = islands(mask, (value) => value > FAINT);
  const largest = Math.max(0, ...subject.found.map(({ area }) => area));
  const isSpeck = subject.found.map(({ area }) => area < limit && area < largest);
  for (const [pixel, label] of subject.labels.entries()) if (label >= 0 && isSpeck[label]) data[pixel] = 0;
  const clean = { ...mask, data };
  const holes = islands(clean, (value) => value < 255 - FAINT);
  const isSmall = holes.found.map(({ area, touchesFrame }) => area < limit && !touchesFrame);
  for (const [pixel, label] of holes.labels.entries()) if (label >= 0 && isSmall[label]) data[pixel] = 255;
  return clean;
}
