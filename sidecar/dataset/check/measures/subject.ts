import type { RawImage } from "../../bmp.js";
import type { Background } from "./background.js";

/** Where the subject lies, in parts of width and height. */
export type SubjectBox = [left: number, top: number, right: number, bottom: number];

// Of a row or column: less is dirt or a shadow.
const LEAST = 0.004;

/** The first and the last place that hold enough, as parts of all; null when none does. */
function extent(counts: Float64Array, least: number): [number, number] | null {
  const first = counts.findIndex((count) => count >= least);
  if (first < 0) return null;
  const last = counts.findLastIndex((count) => count >= least);
  return [first / counts.length, (last + 1) / counts.length];
}

/** Everything that is not background, where the background has one colour or is transparent; null where it is busy. */
export function subjectOf({ width, height }: RawImage, { kind, mask }: Background): SubjectBox | null {
  if (kind === "busy" || kind === "unsure") return null;
  const [rows, columns] = [new Float64Array(height), new Float64Array(width)];
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (mask[y * width + x] === 1) continue;
      rows[y] = (rows[y] ?? 0) + 1;
      columns[x] = (columns[x] ?? 0) + 1;
    }
  }
  const [down, across] = [extent(rows, LEAST * width), extent(columns, LEAST * height)];
  return down && across ? [across[0], down[0], across[1], down[1]] : null;
}
