import { THUMB } from "./look.js";

/** A part of a picture in shares of its width and height. */
export interface Part {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const whole: Part = { left: 0, top: 0, right: 1, bottom: 1 };

/** The value of a channel between the thumb's pixels, 0–255. */
function sample(thumb: Uint8Array, x: number, y: number, channel: number): number {
  const [atX, atY] = [x, y].map((share) => Math.min(THUMB - 1.001, Math.max(0, share * THUMB - 0.5)));
  const [column, row] = [Math.floor(atX ?? 0), Math.floor(atY ?? 0)];
  const [partX, partY] = [(atX ?? 0) - column, (atY ?? 0) - row];
  const at = (dx: number, dy: number): number => thumb[((row + dy) * THUMB + column + dx) * 3 + channel] ?? 0;
  const upper = at(0, 0) * (1 - partX) + at(1, 0) * partX;
  const lower = at(0, 1) * (1 - partX) + at(1, 1) * partX;
  return upper * (1 - partY) + lower * partY;
}

export interface Likeness {
  /** Root mean square of the difference, in levels 0–255. */
  distance: number;
  /** Correlation of the values, -1–1: tells two drawings on one plain ground apart. */
  correlation: number;
}

/** How alike two thumbs are; `part` is what of the second one the first shows. */
export function compareThumbs(
  one: Uint8Array,
  other: Uint8Array,
  { mirrored = false, part = whole }: { mirrored?: boolean; part?: Part } = {},
): Likeness {
  // A part has fewer pixels of its own.
  const steps = part === whole ? THUMB : THUMB / 2;
  let [squares, sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < steps; row += 1) {
    for (let column = 0; column < steps; column += 1) {
      const [x, y] = [(column + 0.5) / steps, (row + 0.5) / steps];
      const across = part.left + (mirrored ? 1 - x : x) * (part.right - part.left);
      const down = part.top + y * (part.bottom - part.top);
      for (let channel = 0; channel < 3; channel += 1) {
        const a = sample(one, x, y, channel);
        const b = sample(other, across, down, channel);
        squares += (a - b) ** 2;
        sumA += a;
        sumB += b;
        sumAA += a * a;
        sumBB += b * b;
        sumAB += a * b;
      }
    }
  }
  const count = steps * steps * 3;
  const [varianceA, varianceB] = [sumAA - sumA ** 2 / count, sumBB - sumB ** 2 / count];
  // Two plain pictures of one colour are the same picture.
  const plain = varianceA < count && varianceB < count;
  const correlation = plain ? 1 : (sumAB - (sumA * sumB) / count) / Math.sqrt(varianceA * varianceB + 1e-9);
  return { distance: Math.sqrt(squares / count), correlation };
}
