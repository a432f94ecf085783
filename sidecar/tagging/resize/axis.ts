import { PRECISION_BITS, taps } from "./taps.js";

/** How the pixels of one axis become output positions; those that only see the white border are left out. */
export interface Axis {
  /** Output positions that see the picture: `first` up to, not including, `end`. */
  first: number;
  end: number;
  /** Per such position: first pixel of the picture, number of groups of four weights. */
  spans: Int32Array;
  /** The groups as assembly.ts wants them: of each weight the lowest 12 bits, and the rest, as 16 bits. */
  weights: Int16Array;
  /** Bytes of `weights` per position. */
  stride: number;
  /** What each sum starts with: half for rounding, and the border's part. */
  starts: Int32Array;
}

const HALF = 1 << (PRECISION_BITS - 1);
const WHITE = 255;
const GROUP = 4;
const LOW_BITS = 12;

const groups = ({ length }: Int32Array): number => Math.ceil(length / GROUP);

/** Weights in groups of four, the last one filled with zeros: four rests, then four times the lowest bits. */
function writeGroups(target: Int16Array, at: number, inside: Int32Array): void {
  for (const [tap, weight] of inside.entries()) {
    const place = at + (tap - (tap % GROUP)) * 2 + (tap % GROUP);
    target[place] = weight >> LOW_BITS;
    target[place + GROUP] = weight & ((1 << LOW_BITS) - 1);
  }
}

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
  const most = Math.max(...seen.map(({ inside }) => groups(inside)));
  const weights = new Int16Array(seen.length * most * GROUP * 2);
  for (const [index, { inside }] of seen.entries()) writeGroups(weights, index * most * GROUP * 2, inside);
  return {
    first,
    end,
    spans: Int32Array.from(seen.flatMap(({ pixel, inside }) => [pixel, groups(inside)])),
    weights,
    stride: most * GROUP * 2 * Int16Array.BYTES_PER_ELEMENT,
    starts: Int32Array.from(seen, ({ start }) => start),
  };
}
