import type { Plane } from "./plane.js";

const BLOCK = 8;
const QUIET = 3;
// Grey levels: steps below it are no blocks, however quiet the rest is.
const FLOOR = 0.1;

/** Mean size of the second difference across each of the eight columns of a block. */
function steps({ data, width, height }: Plane, stride: number, across: number, along: number): number[] {
  const sums = new Array<number>(BLOCK).fill(0);
  const counts = new Array<number>(BLOCK).fill(0);
  const length = stride === 1 ? width : height;
  // Every third line is enough.
  for (let line = 0; line < along; line += 3) {
    for (let place = 2; place + 1 < length; place += 1) {
      const at = line * across + place * stride;
      const before = (data[at - stride] ?? 0) - (data[at - 2 * stride] ?? 0);
      const after = (data[at + stride] ?? 0) - (data[at] ?? 0);
      // Between details nobody sees a step.
      if (Math.abs(before) > QUIET || Math.abs(after) > QUIET) continue;
      const jump = Math.abs((data[at] ?? 0) - (data[at - stride] ?? 0) - (before + after) / 2);
      // A drawn edge is larger than what compression leaves between two blocks.
      if (jump > 24) continue;
      sums[place % BLOCK] = (sums[place % BLOCK] ?? 0) + jump;
      counts[place % BLOCK] = (counts[place % BLOCK] ?? 0) + 1;
    }
  }
  return sums.map((sum, phase) => sum / Math.max(1, counts[phase] ?? 0));
}

/** How far the strongest of eight phases stands out from the median of all. */
function outstanding(phases: readonly number[]): number {
  const sorted = [...phases].sort((left, right) => left - right);
  const median = ((sorted[3] ?? 0) + (sorted[4] ?? 0)) / 2;
  return ((sorted[7] ?? 0) + FLOOR) / (median + FLOOR);
}

/**
 * Blocks of 8 × 8 pixels that strong JPEG compression leaves, also when the file was saved anew in another format: how
 * many times larger the steps between blocks are than those inside; 1 for none.
 * @param plane the picture at its own size: the grid is lost in a resized one
 */
export function blockingOf(plane: Plane): number {
  const { width, height } = plane;
  return Math.min(outstanding(steps(plane, 1, width, height)), outstanding(steps(plane, width, 1, width)));
}
