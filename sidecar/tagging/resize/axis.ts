import { PRECISION_BITS, type Taps } from "./taps.js";

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
  for (let tap = 0; tap < inside.length; tap += 1) {
    const weight = inside[tap] ?? 0;
    const place = at + (tap - (tap % GROUP)) * 2 + (tap % GROUP);
    target[place] = weight >> LOW_BITS;
    target[place + GROUP] = weight & ((1 << LOW_BITS) - 1);
  }
}

function sum(values: Int32Array): number {
  let total = 0;
  for (let index = 0; index < values.length; index += 1) total += values[index] ?? 0;
  return total;
}

/**
 * The axis of a picture `length` pixels long in the middle of a white square with side `side`, by the weights of that
 * side. Sums of integers do not depend on their order, so the border can be added up beforehand.
 */
export function axisOf(length: number, side: number, table: readonly Taps[]): Axis {
  const offset = Math.floor((side - length) / 2);
  const sees = ({ first, weights }: Taps): boolean => first < offset + length && first + weights.length > offset;
  const first = table.findIndex(sees);
  const seen = table.slice(first, table.findLastIndex(sees) + 1).map(({ first: begin, weights }) => {
    const from = Math.max(begin, offset);
    const inside = weights.subarray(from - begin, offset + length - begin);
    const border = inside.length === weights.length ? 0 : sum(weights) - sum(inside);
    return { pixel: from - offset, inside, start: HALF + WHITE * border };
  });
  const most = seen.reduce((largest, { inside }) => Math.max(largest, groups(inside)), 0);
  const numbers = most * GROUP * 2;
  const [spans, starts] = [new Int32Array(seen.length * 2), new Int32Array(seen.length)];
  const weights = new Int16Array(seen.length * numbers);
  for (const [index, { pixel, inside, start }] of seen.entries()) {
    spans[index * 2] = pixel;
    spans[index * 2 + 1] = groups(inside);
    starts[index] = start;
    writeGroups(weights, index * numbers, inside);
  }
  const stride = numbers * Int16Array.BYTES_PER_ELEMENT;
  return { first, end: first + seen.length, spans, weights, stride, starts };
}
