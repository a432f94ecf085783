import { THUMB } from "../../dataset/check/look/look.js";

const SIDE = 12;
const LENGTH = SIDE * SIDE * 3;

interface Part {
  left: number;
  top: number;
  size: number;
}

// The whole, and what a picture shows that was cut to four fifths or two thirds of it.
const parts: readonly Part[] = [
  { left: 0, top: 0, size: 1 },
  ...[0.8, 2 / 3].flatMap((size) => {
    const rest = 1 - size;
    return [
      { left: rest / 2, top: rest / 2, size },
      { left: rest / 2, top: 0, size },
      { left: rest / 2, top: rest, size },
    ];
  }),
];

/** A part of a thumb as a vector of length 1 around 0: the product of two is their correlation. */
function vectorOf(thumb: Uint8Array, { left, top, size }: Part, mirrored: boolean): Float32Array {
  const vector = new Float32Array(LENGTH);
  for (let row = 0; row < SIDE; row += 1) {
    const y = Math.min(THUMB - 1.001, Math.max(0, (top + ((row + 0.5) / SIDE) * size) * THUMB - 0.5));
    for (let column = 0; column < SIDE; column += 1) {
      const across = (column + 0.5) / SIDE;
      const x = Math.min(THUMB - 1.001, Math.max(0, (left + (mirrored ? 1 - across : across) * size) * THUMB - 0.5));
      const at = (Math.floor(y) * THUMB + Math.floor(x)) * 3;
      const [partX, partY] = [x - Math.floor(x), y - Math.floor(y)];
      for (let channel = 0; channel < 3; channel += 1) {
        const upper = (thumb[at + channel] ?? 0) * (1 - partX) + (thumb[at + 3 + channel] ?? 0) * partX;
        const below = at + THUMB * 3 + channel;
        const lower = (thumb[below] ?? 0) * (1 - partX) + (thumb[below + 3] ?? 0) * partX;
        vector[(row * SIDE + column) * 3 + channel] = upper * (1 - partY) + lower * partY;
      }
    }
  }
  let mean = 0;
  for (const value of vector) mean += value / LENGTH;
  let squares = 0;
  for (let at = 0; at < LENGTH; at += 1) {
    vector[at] = (vector[at] ?? 0) - mean;
    squares += (vector[at] ?? 0) ** 2;
  }
  const length = Math.sqrt(squares);
  if (length > 0) for (let at = 0; at < LENGTH; at += 1) vector[at] = (vector[at] ?? 0) / length;
  return vector;
}

const whole = (thumb: Uint8Array): Float32Array => vectorOf(thumb, { left: 0, top: 0, size: 1 }, false);

function product(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < LENGTH; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}

export interface Nearest {
  /** Correlation with the nearest picture, mirrored and cut ones included, -1–1. */
  nearness: number;
  /** Its place in the list. */
  picture: number;
}

/** Finds the nearest of these pictures. `except`: a place that does not count, for a picture of the list itself. */
export function nearestAmong(thumbs: readonly Uint8Array[]): (thumb: Uint8Array, except?: number) => Nearest | null {
  const vectors = thumbs.map((thumb) =>
    parts.flatMap((part) => [vectorOf(thumb, part, false), vectorOf(thumb, part, true)]),
  );
  return (thumb, except) => {
    const own = whole(thumb);
    let best: Nearest | null = null;
    for (const [picture, variants] of vectors.entries()) {
      if (picture === except) continue;
      for (const variant of variants) {
        const nearness = product(own, variant);
        if (best === null || nearness > best.nearness) best = { nearness, picture };
      }
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

/** How unlike several pictures are: for each the mean of 1 − correlation with the others, 0–2. */
export function unlikeness(thumbs: readonly Uint8Array[]): number[] {
  const vectors = thumbs.map(whole);
  return vectors.map((own, place) => {
    const others = vectors.filter((_, index) => index !== place);
    return others.reduce((sum, other) => sum + 1 - product(own, other), 0) / Math.max(1, others.length);
  });
}
