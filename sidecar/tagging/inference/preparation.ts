import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { Framing } from "../prepare.js";

// More than this many threads only wait for the disk and the session.
const MAX_WORKERS = 4;

interface Waiting {
  resolve(buffer: Float32Array): void;
  reject(error: Error): void;
  buffer: SharedArrayBuffer;
}

/** Prepares pictures on worker threads: `prepare(path)` gives size × size × 3 floats (BGR, 0–255, rows first). */
export function startPreparation(
  inputSize: number,
  { fit, ground }: Framing,
): { prepare(path: string): Promise<Float32Array> } {
  const waiting = new Map<number, Waiting>();
  const free: SharedArrayBuffer[] = [];
  let next = 0;
  const settle = (message: unknown): void => {
    const answer = Object(message);
    const request = waiting.get(Number(answer.id));
    if (!request) return;
    waiting.delete(Number(answer.id));
    if (typeof answer.message === "string") request.reject(new Error(answer.message));
    else request.resolve(Float32Array.from(new Float32Array(request.buffer)));
    free.push(request.buffer);
  };
  const workers = Array.from({ length: Math.min(MAX_WORKERS, availableParallelism()) }, () => {
    const worker = new Worker(new URL("./prepare-worker.js", import.meta.url), {
      workerData: { inputSize, fit, ground },
    });
    worker.on("message", settle);
    return worker;
  });
  const prepare = (path: string): Promise<Float32Array> =>
    new Promise((resolve, reject) => {
      const id = next++;
      const buffer = free.pop() ?? new SharedArrayBuffer(inputSize * inputSize * 3 * Float32Array.BYTES_PER_ELEMENT);
      waiting.set(id, { resolve, reject, buffer });
      workers[id % workers.length]?.postMessage({ id, path, buffer });
    });
  return { prepare };
}
