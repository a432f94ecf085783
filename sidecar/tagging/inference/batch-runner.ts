import { reportError } from "../../host/studio-error.js";

interface Waiting<T> {
  picture: T;
  resolve(probabilities: Float32Array): void;
  reject(error: unknown): void;
}

const wantsMemory = (error: unknown): boolean => /memory|alloc|resource/i.test(reportError(error).message);

/**
 * Gathers pictures into batches of at most `size`. A batch is run when it is full, or when no more pictures are on their
 * way. One that fails is halved until the pictures that fail stand alone; for want of memory it stays halved.
 */
export function batchRunner<T>(run: (batch: readonly T[]) => Promise<Float32Array[]>, size: number) {
  let limit = size;
  let onTheirWay = 0;
  let isRunning = false;
  const queue: Waiting<T>[] = [];

  const work = async (batch: readonly Waiting<T>[]): Promise<void> => {
    try {
      const results = await run(batch.map(({ picture }) => picture));
      for (const [index, one] of batch.entries()) {
        const result = results[index];
        if (result) one.resolve(result);
        else one.reject(new Error("the model gave no numbers"));
      }
    } catch (error) {
      if (batch.length <= 1) {
        for (const one of batch) one.reject(error);
        return;
      }
      const half = Math.floor(batch.length / 2);
      if (wantsMemory(error)) limit = Math.min(limit, half);
      await work(batch.slice(0, half));
      await work(batch.slice(half));
    }
  };
  const pump = async (): Promise<void> => {
    if (isRunning) return;
    isRunning = true;
    while (queue.length >= limit || (queue.length > 0 && onTheirWay === 0)) await work(queue.splice(0, limit));
    isRunning = false;
  };

  /** The probabilities of a picture once it is prepared. @throws what preparing or running it throws */
  return (preparing: Promise<T>): Promise<Float32Array> => {
    onTheirWay += 1;
    return new Promise((resolve, reject) => {
      // Arriving and no longer being on its way are one step: a picture must not run alone between the two.
      preparing.then(
        (picture) => {
          onTheirWay -= 1;
          queue.push({ picture, resolve, reject });
          void pump();
        },
        (error: unknown) => {
          onTheirWay -= 1;
          reject(error);
          void pump();
        },
      );
    });
  };
}
