import { THUMB } from "../../dataset/check/look/look.js";

// Coarse pictures find the nearest ones, fine ones tell whether it is the same drawing.
const COARSE = 12;
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

/** What differs from its surroundings. */
function lines(picture: Float32Array): Float32Array {
  const left = new Float32Array(picture.length);
  for (let row = 0; row < FINE; row += 1) {
    for (let column = 0; column < FINE; column += 1) {
      const [top, bottom] = [Math.max(0, row - AROUND), Math.min(FINE - 1, row + AROUND)];
      const [from, to] = [Math.max(0, column - AROUND), Math.min(FINE - 1, column + AROUND)];
      const count = (bottom - top + 1) * (to - from + 1);
      for (let channel = 0; channel < 3; channel += 1) {
        let sum = 0;
        for (let y = top; y <= bottom; y += 1) {
          for (let x = from; x <= to; x += 1) sum += picture[(y * FINE + x) * 3 + channel] ?? 0;
        }
        const at = (row * FINE + column) * 3 + channel;
        left[at] = (picture[at] ?? 0) - sum / count;
      }
    }
  }
  return left;
}

const coarse = (thumb: Uint8Array, part = whole, mirrored = false): Float32Array =>
  unit(cut(thumb, part, mirrored, COARSE));
const fine = (thumb: Uint8Array, part = whole, mirrored = false): Float32Array =>
  unit(lines(cut(thumb, part, mirrored, FINE)));

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
export function nearestAmong(thumbs: readonly Uint8Array[]): (thumb: Uint8Array, except?: number) => Nearest | null {
  const variants = thumbs.flatMap((thumb, picture) =>
    parts.flatMap((part) =>
      [false, true].map((mirrored) => ({
        picture,
        coarse: coarse(thumb, part, mirrored),
        fine: fine(thumb, part, mirrored),
      })),
    ),
  );
  return (thumb, except) => {
    const own = coarse(thumb);
    const ranked: { place: number; likeness: number }[] = [];
    for (const [place, variant] of variants.entries()) {
      if (variant.picture === except) continue;
      const likeness = product(own, variant.coarse);
      if (ranked.length === LOOKED_AT && likeness <= (ranked[LOOKED_AT - 1]?.likeness ?? -1)) continue;
      ranked.push({ place, likeness });
      ranked.sort((one, other) => other.likeness - one.likeness);
      ranked.length = Math.min(ranked.length, LOOKED_AT);
    }
    const ownFine = fine(thumb);
    let best: Nearest | null = null;
    for (const { place } of ranked) {
      const variant = variants[place];
      if (!variant) continue;
      const nearness = product(ownFine, variant.fine);
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
export function unlikeness(thumbs: readonly Uint8Array[]): number[] {
  const vectors = thumbs.map((thumb) => fine(thumb));
  return vectors.map((own, place) => {
    const others = vectors.filter((_, index) => index !== place);
    return others.reduce((sum, other) => sum + 1 - product(own, other), 0) / Math.max(1, others.length);
  });
}
