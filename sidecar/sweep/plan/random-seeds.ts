const SEEDS = 2 ** 32;
// The golden ratio's part of 2³²: numbers that follow lie far apart and none comes twice.
const STRIDE = 0x9e3779b9;

/** Random numbers in the order in which they are needed; when they run out, the last one is continued. */
export function randomNumbers(given: readonly number[]): () => number {
  let used = 0;
  return () => {
    const last = given.at(-1) ?? 0;
    const beyond = Math.max(0, used - given.length + 1);
    const found = given[used] ?? shiftedSeed(last, beyond);
    used += 1;
    return found;
  };
}

/** Another number for each `index` from 0, the first as it is. */
export const shiftedSeed = (seed: number, index: number): number =>
  Number((BigInt(seed) + BigInt(index) * BigInt(STRIDE)) % BigInt(SEEDS));

/** A seed that rises; after the largest comes 0. */
export const risenSeed = (seed: number, by: number): number => (seed + by) % SEEDS;
