import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { reportError } from "../../host/studio-error.js";
import { type Framing, onWhite } from "../resize/frame-plain.js";

// More than this many threads only wait for the disk and the session.
const MAX_WORKERS = 4;
// One picture in work and one waiting, so that a worker never waits for the next.
const PICTURES_A_WORKER = 2;

const workerProgram = new URL("./prepare-worker.js", import.meta.url);

export interface PreparedPicture {
  /** size × size × 3 bytes: RGB, rows first. */
  pixels: Uint8Array;
  /** SHA-256 of the file, hex. */
  content: string;
}

interface Request {
  path: string;
  size: number;
  resolve(prepared: PreparedPicture): void;
  reject(error: Error): void;
}

interface Preparation {
  /** @throws Error that says what is wrong with the picture */
  prepare(path: string, size: number): Promise<PreparedPicture>;
  close(): Promise<void>;
}

interface Bench {
  /** Null once it died, until there is a picture for another one. */
  worker: Worker | null;
  working: Map<number, { request: Request; buffer: SharedArrayBuffer }>;
}

/**
 * Prepares pictures on worker threads, each with the next one at hand; the others wait their turn. A thread that dies
 * costs the picture it worked on.
 */
export function startPreparation({ fit, ground }: Framing = onWhite, program: URL = workerProgram): Preparation {
  const benches: Bench[] = [];
  const queue: Request[] = [];
  const free: SharedArrayBuffer[] = [];
  const workers = Math.min(MAX_WORKERS, availableParallelism());
  let next = 0;

  const settle = (bench: Bench, message: unknown): void => {
    const { id, content, message: problem } = Object(message);
    const done = bench.working.get(Number(id));
    if (!done) return;
    bench.working.delete(Number(id));
    if (typeof problem === "string") done.request.reject(new Error(problem));
    else done.request.resolve({ pixels: Uint8Array.from(new Uint8Array(done.buffer)), content: String(content) });
    free.push(done.buffer);
    give(bench);
  };
  /** It works on one picture after the other: the first is the one that ended it, what waited goes to the next worker. */
  const bury = (bench: Bench, reason: string): void => {
    const [first, ...rest] = bench.working.values();
    first?.request.reject(new Error(`the thread that read it ended: ${reason}`));
    for (const { buffer } of bench.working.values()) free.push(buffer);
    bench.working.clear();
    bench.worker = null;
    queue.unshift(...rest.map(({ request }) => request));
    give(bench);
  };
  const start = (bench: Bench): Worker => {
    const worker = new Worker(program, { workerData: { fit, ground } });
    let reason = "";
    worker.on("message", (message: unknown) => settle(bench, message));
    worker.on("error", (error: unknown) => {
      reason = reportError(error).message;
    });
    worker.on("exit", (code) => bury(bench, reason || `exit code ${code}`));
    return worker;
  };
  const give = (bench: Bench): void => {
    while (bench.working.size < PICTURES_A_WORKER) {
      const request = queue.shift();
      if (!request) return;
      const id = next++;
      const bytes = request.size ** 2 * 3;
      const last = free.pop();
      const buffer = last?.byteLength === bytes ? last : new SharedArrayBuffer(bytes);
      bench.working.set(id, { request, buffer });
      bench.worker ??= start(bench);
      bench.worker.postMessage({ id, path: request.path, size: request.size, buffer });
    }
  };
  for (let index = 0; index < workers; index += 1) {
    const bench: Bench = { worker: null, working: new Map() };
    bench.worker = start(bench);
    benches.push(bench);
  }
  return {
    prepare: (path, size) =>
      new Promise((resolve, reject) => {
        queue.push({ path, size, resolve, reject });
        const [least] = [...benches].sort((left, right) => left.working.size - right.working.size);
        if (least) give(least);
      }),
    async close() {
      for (const { worker } of benches) await worker?.terminate();
    },
  };
}
