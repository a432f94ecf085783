import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { type Framing, onWhite } from "../resize/frame-plain.js";

// More than this many threads only wait for the disk and the session.
const MAX_WORKERS = 4;
// One picture in work and one waiting, so that a worker never waits for the next.
const PICTURES_A_WORKER = 2;
// So many in a row without a picture between them have another reason than a picture.
const MOST_DEATHS = 16;

export interface PreparedPicture {
  /** size × size × 3 bytes: RGB, rows first. */
  pixels: Uint8Array;
  /** SHA-256 of the file, hex. */
  content: string;
}

interface Request {
  path: string;
  resolve(prepared: PreparedPicture): void;
  reject(error: Error): void;
}

interface Bench {
  worker: Worker;
  working: Map<number, { request: Request; buffer: SharedArrayBuffer }>;
}

/** Prepares pictures on worker threads, each with the next one at hand; the others wait their turn. */
export function startPreparation(
  inputSize: number,
  { fit, ground }: Framing = onWhite,
): { prepare(path: string): Promise<PreparedPicture> } {
  const benches: Bench[] = [];
  const queue: Request[] = [];
  const free: SharedArrayBuffer[] = [];
  const workers = Math.min(MAX_WORKERS, availableParallelism());
  let next = 0;
  let deaths = 0;

  const give = (bench: Bench): void => {
    while (bench.working.size < PICTURES_A_WORKER) {
      const request = queue.shift();
      if (!request) return;
      const id = next++;
      const buffer = free.pop() ?? new SharedArrayBuffer(inputSize * inputSize * 3);
      bench.working.set(id, { request, buffer });
      bench.worker.postMessage({ id, path: request.path, buffer });
    }
  };
  const settle = (bench: Bench, message: unknown): void => {
    const { id, content, message: problem } = Object(message);
    const done = bench.working.get(Number(id));
    if (!done) return;
    bench.working.delete(Number(id));
    if (typeof problem === "string") done.request.reject(new Error(problem));
    else done.request.resolve({ pixels: Uint8Array.from(new Uint8Array(done.buffer)), content: String(content) });
    free.push(done.buffer);
    deaths = 0;
    give(bench);
  };
  /** A worker that died takes the picture along that it worked on; another one takes its place and what waited. */
  const replace = (bench: Bench, reason: string): void => {
    const [first, ...rest] = bench.working.values();
    first?.request.reject(new Error(`the thread that read it ended: ${reason}`));
    bench.working.clear();
    queue.unshift(...rest.map(({ request }) => request));
    deaths += 1;
    if (deaths > MOST_DEATHS) {
      for (const { path, reject } of queue.splice(0)) reject(new Error(`${path} cannot be read: ${reason}`));
      return;
    }
    benches[benches.indexOf(bench)] = start();
  };
  const start = (): Bench => {
    const worker = new Worker(new URL("./prepare-worker.js", import.meta.url), {
      workerData: { inputSize, fit, ground },
    });
    const bench: Bench = { worker, working: new Map() };
    let reason = "";
    worker.on("message", (message: unknown) => settle(bench, message));
    worker.on("error", (error: Error) => {
      reason = error.message;
    });
    worker.on("exit", () => replace(bench, reason));
    give(bench);
    return bench;
  };
  for (let index = 0; index < workers; index += 1) benches.push(start());
  return {
    prepare: (path) =>
      new Promise((resolve, reject) => {
        queue.push({ path, resolve, reject });
        const [least] = [...benches].sort((left, right) => left.working.size - right.working.size);
        if (least) give(least);
      }),
  };
}
