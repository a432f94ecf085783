import type { Plane } from "../measures/plane.js";

const SIDE = 32;
const LOW = 8;

/** cos((2x + 1)uπ / 64) by u and x. */
const cosines = Array.from({ length: LOW }, (_, u) =>
  Float64Array.from({ length: SIDE }, (_, x) => Math.cos(((2 * x + 1) * (u + 1) * Math.PI) / (2 * SIDE))),
);

/** 64 bits as two 32-bit integers. */
export type Bits = readonly [number, number];

export interface FrequencyHash {
  bits: Bits;
  /** The hash of the mirrored picture. */
  mirrored: Bits;
}

/** Coefficients of the 8 × 8 lowest waves without the constant ones. */
function lowWaves({ data }: Plane): number[] {
  const rows = new Float64Array(LOW * SIDE);
  for (let u = 0; u < LOW; u += 1) {
    for (let y = 0; y < SIDE; y += 1) {
      let sum = 0;
      for (let x = 0; x < SIDE; x += 1) sum += (data[y * SIDE + x] ?? 0) * (cosines[u]?.[x] ?? 0);
      rows[u * SIDE + y] = sum;
    }
  }
  const waves: number[] = [];
  for (let v = 0; v < LOW; v += 1) {
    for (let u = 0; u < LOW; u += 1) {
      let sum = 0;
      for (let y = 0; y < SIDE; y += 1) sum += (rows[u * SIDE + y] ?? 0) * (cosines[v]?.[y] ?? 0);
      waves.push(sum);
    }
  }
  return waves;
}

function toBits(waves: readonly number[]): Bits {
  const sorted = [...waves].sort((left, right) => left - right);
  const median = ((sorted[31] ?? 0) + (sorted[32] ?? 0)) / 2;
  const bits: [number, number] = [0, 0];
  for (const [index, wave] of waves.entries()) {
    if (wave > median) bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31));
  }
  return bits;
}

/**
 * A hash of the picture's coarse look by its lowest frequencies ("pHash": Zauner 2010, "Implementation and Benchmarking of
 * Perceptual Image Hash Functions"). A mirrored picture has the same waves; those of odd number change their sign.
 * @param plane brightness, 32 × 32
 */
export function frequencyHash(plane: Plane): FrequencyHash {
  const waves = lowWaves(plane);
  // The waves are numbered from 1, so every second one from the first is odd.
  const mirrored = waves.map((wave, index) => (index % 2 === 0 ? -wave : wave));
  return { bits: toBits(waves), mirrored: toBits(mirrored) };
}

/** Number of bits set in a 32-bit integer. */
export function bitCount(value: number): number {
  let bits = value - ((value >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
