// Looked up once: in the tests' own world every look at a global is slow.
const { imul, sqrt, log, cos, PI } = Math;

/** Reproducible numbers 0–1 (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = imul(state ^ (state >>> 15), 1 | state);
    value = (value + imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 4294967296;
  };
}

/** A number that scatters around 0 with standard deviation 1. */
export const scattered = (random: () => number): number => sqrt(-2 * log(1 - random())) * cos(2 * PI * random());
