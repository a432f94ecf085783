const SIZES = [1, 2, 4, 8, 16];

// The first run of a size makes its kernels; the better of two others tells what it takes.
const TIMED_RUNS = 2;

// What a larger batch must save of the time per picture to be worth its memory.
const WORTH = 0.9;

/**
 * The batch size with the least time per picture, by running each. A size that fails (for want of memory) ends the
 * search, as does one that is no better than the one before.
 */
export async function measureBatch(
  run: (batch: number) => Promise<void>,
  now: () => number = () => performance.now(),
): Promise<number> {
  let best = { size: 1, perPicture: Number.POSITIVE_INFINITY };
  for (const size of SIZES) {
    try {
      await run(size);
      let least = Number.POSITIVE_INFINITY;
      for (let timed = 0; timed < TIMED_RUNS; timed += 1) {
        const started = now();
        await run(size);
        least = Math.min(least, now() - started);
      }
      if (least / size > best.perPicture * WORTH) return best.size;
      best = { size, perPicture: least / size };
    } catch (error) {
      if (size === 1) throw error;
      return best.size;
    }
  }
  return best.size;
}
