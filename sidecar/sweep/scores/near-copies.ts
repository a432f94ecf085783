import { THUMB } from "../../dataset/check/look/look.js";

// Coarse pictures find the nearest ones, fine ones tell whether it is the same drawing.
const COARSE = 8;
const FINE = THUMB;
const LOOKED_AT = 3;
// Pixels of the fine picture over which the mean is taken off: what remains are lines and edges, not where light and dark lie.
const AROUND = 2;

interface Part {
  left: number;
  top: number;
  size: number;
}

const whole: Part = { left: 0, top: 0, size: 1 };
// The whole, and what a picture shows that was cut to four fifths or two thirds of it.
const parts: readonly Part[] = [
  whole,
  ...[0.8, 2 / 3].flatMap((size) => {
    const rest = 1 - size;
    return [
      { left: rest / 2, top: rest / 2, size },
      { left: rest / 2, top: 0, size },
      { left: rest / 2, top: rest, size },
    ];
  }),
];

/** What is compared of a picture. */
export interface ComparedPicture {
  /** 24 × 24 pixels of RGB. */
  thumb: Uint8Array;
  /** As `linesOf` gives them. */
  lines: Float32Array;
}

/** A part of a thumb at `side` × `side`, RGB. */
function cut(thumb: Uint8Array, { left, top, size }: Part, mirrored: boolean, side: number): Float32Array {
  const picture = new Float32Array(side * side * 3);
  for (let row = 0; row < side; row += 1) {
    const y = Math.min(THUMB - 1.001, Math.max(0, (top + ((row + 0.5) / side) * size) * THUMB - 0.5));
    for (let column = 0; column < side; column += 1) {
      const across = (column + 0.5) / side;
      const x = Math.min(THUMB - 1.001, Math.max(0, (left + (mirrored ? 1 - across : across) * size) * THUMB - 0.5));
      const at = (Math.floor(y) * THUMB + Math.floor(x)) * 3;
      const [partX, partY] = [x - Math.floor(x), y - Math.floor(y)];
      for (let channel = 0; channel < 3; channel += 1) {
        const upper = (thumb[at + channel] ?? 0) * (1 - partX) + (thumb[at + 3 + channel] ?? 0) * partX;
        const below = at + THUMB * 3 + channel;
        const lower = (thumb[below] ?? 0) * (1 - partX) + (thumb[below + 3] ?? 0) * partX;
        picture[(row * side + column) * 3 + channel] = upper * (1 - partY) + lower * partY;
      }
    }
  }
  return picture;
}

/** Around 0 and of length 1: the product of two such is their correlation. */
function unit(vector: Float32Array): Float32Array {
  let mean = 0;
  for (const value of vector) mean += value / vector.length;
  let squares = 0;
  for (let at = 0; at < vector.length; at += 1) {
    vector[at] = (vector[at] ?? 0) - mean;
    squares += (vector[at] ?? 0) ** 2;
  }
  const length = Math.sqrt(squares);
  if (length > 0) for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}

/** Means over the neighbours along one direction. */
function averaged(picture: Float32Array, stride: number, placeOf: (pixel: number) => number): Float32Array {
  const means = new Float32Array(picture.length);
  for (let pixel = 0; pixel < FINE * FINE; pixel += 1) {
    const place = placeOf(pixel);
    const [from, to] = [Math.max(-AROUND, -place), Math.min(AROUND, FINE - 1 - place)];
    for (let channel = 0; channel < 3; channel += 1) {
      let sum = 0;
      for (let step = from; step <= to; step += 1) sum += picture[(pixel + step * stride) * 3 + channel] ?? 0;
      means[pixel * 3 + channel] = sum / (to - from + 1);
    }
  }
  return means;
}

/** What differs from its surroundings. */
function differing(picture: Float32Array): Float32Array {
  const across = averaged(picture, 1, (pixel) => pixel % FINE);
  const around = averaged(across, FINE, (pixel) => Math.floor(pixel / FINE));
  return picture.map((value, at) => value - (around[at] ?? 0));
}

const coarse = (thumb: Uint8Array, part = whole, mirrored = false): Float32Array =>
  unit(cut(thumb, part, mirrored, COARSE));
const fine = (thumb: Uint8Array, part: Part, mirrored: boolean): Float32Array =>
  unit(differing(cut(thumb, part, mirrored, FINE)));

/** The lines of a picture, around 0 and of length 1: what tells one drawing from another of the same colours. */
export const linesOf = (thumb: Uint8Array): Float32Array => unit(differing(Float32Array.from(thumb)));

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

export interface Nearest {
  /** Correlation of the lines with those of the nearest picture, mirrored and cut ones included, -1–1. */
  nearness: number;
  /** Its place in the list. */
  picture: number;
}

/** Finds the nearest of these pictures. `except`: a place that does not count, for a picture of the list itself. */
export function nearestAmong(
  pictures: readonly Uint8Array[],
): (compared: ComparedPicture, except?: number) => Nearest | null {
  const variants = pictures.flatMap((thumb, picture) =>
    parts.flatMap((part) => [false, true].map((mirrored) => ({ picture, thumb, part, mirrored }))),
  );
  const length = COARSE * COARSE * 3;
  // One after the other, so that comparing five thousand cells with all of them takes a part of a second.
  const coarsely = new Float32Array(variants.length * length);
  for (const [place, { thumb, part, mirrored }] of variants.entries()) {
    coarsely.set(coarse(thumb, part, mirrored), place * length);
  }
  const finely = variants.map(({ thumb, part, mirrored }) => fine(thumb, part, mirrored));
  return ({ thumb, lines }, except) => {
    const own = coarse(thumb);
    const ranked: { place: number; likeness: number }[] = [];
    for (let place = 0; place < variants.length; place += 1) {
      let likeness = 0;
      for (let at = 0, from = place * length; at < length; at += 1)
        likeness += (own[at] ?? 0) * (coarsely[from + at] ?? 0);
      const last = ranked[LOOKED_AT - 1];
      if ((last && likeness <= last.likeness) || variants[place]?.picture === except) continue;
      ranked.push({ place, likeness });
      ranked.sort((one, other) => other.likeness - one.likeness);
      ranked.length = Math.min(ranked.length, LOOKED_AT);
    }
    let best: Nearest | null = null;
    for (const { place } of ranked) {
      const [variant, other] = [variants[place], finely[place]];
      if (!variant || !other) continue;
      const nearness = product(lines, other);
      if (best === null || nearness > best.nearness) best = { nearness, picture: variant.picture };
    }
    return best;
  };
}

/** Mean difference of two thumbs, in levels 0–255. */
export function changeBetween(one: Uint8Array, other: Uint8Array): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  return one.length === 0 ? 0 : sum / one.length;
}

/** How unlike several pictures are: for each the mean of 1 − correlation of the lines with the others, 0–2. */
export function unlikeness(pictures: readonly Pick<ComparedPicture, "lines">[]): number[] {
  const sums = new Float64Array(pictures.length);
  for (const [place, { lines }] of pictures.entries()) {
    for (let other = 0; other < place; other += 1) {
      const unlike = 1 - product(lines, pictures[other]?.lines ?? lines);
      sums[place] = (sums[place] ?? 0) + unlike;
      sums[other] = (sums[other] ?? 0) + unlike;
    }
  }
  return Array.from(sums, (sum) => sum / Math.max(1, pictures.length - 1));
}
