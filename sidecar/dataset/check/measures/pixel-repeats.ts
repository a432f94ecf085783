import type { RawImage } from "../../bmp.js";

const MOST = 8;
const LEAST_CHANGES = 400;
// Compression blurs a few of the steps.
const SHARE = 0.97;

/**
 * How many times a picture was enlarged by repeating its pixels: 2–8, or 1 for none. Of all places where neighbours in a
 * row or a column differ, nearly all lie between two blocks.
 */
export function pixelRepeats({ data, width, height, channels }: RawImage): number {
  const changes = [new Array<number>(840).fill(0), new Array<number>(840).fill(0)];
  const totals = [0, 0];
  const differ = (one: number, other: number): boolean =>
    data[one] !== data[other] || data[one + 1] !== data[other + 1] || data[one + 2] !== data[other + 2];
  const count = (axis: number, place: number): void => {
    const row = changes[axis];
    if (row) row[place % 840] = (row[place % 840] ?? 0) + 1;
    totals[axis] = (totals[axis] ?? 0) + 1;
  };
  for (let y = 1; y < height; y += 3) {
    for (let x = 1; x < width; x += 1) {
      const at = (y * width + x) * channels;
      if (differ(at, at - channels)) count(0, x);
    }
  }
  for (let x = 1; x < width; x += 3) {
    for (let y = 1; y < height; y += 1) {
      const at = (y * width + x) * channels;
      if (differ(at, at - width * channels)) count(1, y);
    }
  }
  if (Math.min(...totals) < LEAST_CHANGES) return 1;
  for (let times = MOST; times > 1; times -= 1) {
    const onGrid = changes.map((row, axis) => {
      const sum = row.reduce((total, value, place) => (place % times === 0 ? total + value : total), 0);
      return sum / (totals[axis] ?? 1);
    });
    if (Math.min(...onGrid) >= SHARE) return times;
  }
  return 1;
}
