import { PRECISION_BITS, taps } from "./taps.js";

/** How the pixels of one axis become output positions; those that only see the white border are left out. */
export interface Axis {
  /** Output positions that see the picture: `first` up to, not including, `end`. */
  first: number;
  end: number;
  /** Per such position: first pixel of the picture, number of taps. */
  spans: Int32Array;
  /** `stride` weights per position, fixed-point. */
  weights: Int32Array;
  stride: number;
  /** What each sum starts with: half for rounding, and the border's part. */
  starts: Int32Array;
}

const HALF = 1 << (PRECISION_BITS - 1);
const WHITE = 255;

const sum = (values: Int32Array): number => values.reduce((total, value) => total + value, 0);

/**
 * The axis of a picture `length` pixels long in the middle of a white square with side `side`, resized to `size`.
 * Sums of integers do not depend on their order, so the border can be added up beforehand.
 */
export function axisOf(length: number, side: number, size: number): Axis {
  const offset = Math.floor((side - length) / 2);
  const rows = taps(side, size).map(({ first, weights }) => {
    const from = Math.max(first, offset);
    const to = Math.max(Math.min(first + weights.length, offset + length), from);
    const inside = weights.subarray(from - first, to - first);
    return { pixel: from - offset, inside, start: HALF + WHITE * (sum(weights) - sum(inside)) };
  });
  const sees = rows.map(({ inside }) => inside.length > 0);
  const first = sees.indexOf(true);
  const end = sees.lastIndexOf(true) + 1;
  const seen = rows.slice(first, end);
  const stride = Math.max(...seen.map(({ inside }) => inside.length));
  const weights = new Int32Array(seen.length * stride);
  for (const [index, { inside }] of seen.entries()) weights.set(inside, index * stride);
  return {
    first,
    end,
    spans: Int32Array.from(seen.flatMap(({ pixel, inside }) => [pixel, inside.length])),
    weights,
    stride,
    starts: Int32Array.from(seen, ({ start }) => start),
  };
}
