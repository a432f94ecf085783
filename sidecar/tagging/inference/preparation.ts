import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { reportError } from "../../host/studio-error.js";
import type { InputLayout } from "../layouts/model-layout.js";
import { type Framing, onWhite } from "../resize/frame-plain.js";

interface Pace {
  /** Threads at most. */
  workers: number;
  /** Pictures in work and waiting, so that a worker never waits for the next. */
  pictures: number;
}

// More than this many threads only wait for the disk and the session.
const besideCpu: Pace = { workers: 4, pictures: 2 };

/** A card takes hundreds a second, and two batches are to be under way: one that it runs, one that is made ready meanwhile. */
export const besideCard: Pace = { workers: 8, pictures: 4 };

const workerProgram = new URL("./prepare-worker.js", import.meta.url);

export interface PreparedPicture {
  /** size × size × 3: bytes in RGB, rows first; with a layout the numbers as the model takes them. */
  pixels: Uint8Array | Float32Array;
  /** SHA-256 of the file, hex. */
  content: string;
  /** Gives the memory of the pixels back, for another picture; to be called once, when they are read no more. */
  release(): void;
}

interface Request {
  path: string;
  size: number;
  resolve(prepared: PreparedPicture): void;
  reject(error: Error): void;
}

interface Preparation {
  /** Pictures that the threads have in work at a time. */
  inHand: number;
  /**
   * From now on at most this many pictures are in work, or prepared and not released; the others wait. Pictures are
   * prepared faster than most models read them, and each takes megabytes. Without it there is no limit.
   */
  holdAtMost(pictures: number): void;
  /** @throws Error that says what is wrong with the picture */
  prepare(path: string, size: number): Promise<PreparedPicture>;
  close(): Promise<void>;
}

interface PreparationOptions {
  pace?: Pace;
  /** How the model takes its numbers, where the workers are to lay them out. */
  layout?: InputLayout | null;
  program?: URL;
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
export function startPreparation(
  { fit, ground }: Framing = onWhite,
  { pace = besideCpu, layout = null, program = workerProgram }: PreparationOptions = {},
): Preparation {
  const benches: Bench[] = [];
  const queue: Request[] = [];
  const free: SharedArrayBuffer[] = [];
  const workers = Math.min(pace.workers, availableParallelism());
  const numbersIn = (buffer: SharedArrayBuffer): Uint8Array | Float32Array =>
    layout === null ? new Uint8Array(buffer) : new Float32Array(buffer);
  let next = 0;
  let most = Number.POSITIVE_INFINITY;
  let held = 0;

  const giveBack = (buffer: SharedArrayBuffer): void => {
    held -= 1;
    free.push(buffer);
  };
  const giveLeast = (): void => {
    const [least] = [...benches].sort((left, right) => left.working.size - right.working.size);
    if (least) give(least);
  };
  const prepared = (buffer: SharedArrayBuffer, content: string): PreparedPicture => ({
    pixels: numbersIn(buffer),
    content,
    release: () => {
      giveBack(buffer);
      giveLeast();
    },
  });

  const settle = (bench: Bench, message: unknown): void => {
    const { id, content, message: problem } = Object(message);
    const done = bench.working.get(Number(id));
    if (!done) return;
    bench.working.delete(Number(id));
    if (typeof problem === "string") {
      giveBack(done.buffer);
      done.request.reject(new Error(problem));
    } else done.request.resolve(prepared(done.buffer, String(content)));
    give(bench);
  };
  /** It works on one picture after the other: the first is the one that ended it, what waited goes to the next worker. */
  const bury = (bench: Bench, reason: string): void => {
    const [first, ...rest] = bench.working.values();
    first?.request.reject(new Error(`the thread that read it ended: ${reason}`));
    for (const { buffer } of bench.working.values()) giveBack(buffer);
    bench.working.clear();
    bench.worker = null;
    queue.unshift(...rest.map(({ request }) => request));
    give(bench);
  };
  const start = (bench: Bench): Worker => {
    const worker = new Worker(program, { workerData: { fit, ground, layout } });
    let reason = "";
    worker.on("message", (message: unknown) => settle(bench, message));
    worker.on("error", (error: unknown) => {
      reason = reportError(error).message;
    });
    worker.on("exit", (code) => bury(bench, reason || `exit code ${code}`));
    return worker;
  };
  const give = (bench: Bench): void => {
    while (bench.working.size < pace.pictures && held < most) {
      const request = queue.shift();
      if (!request) return;
      const id = next++;
      const bytes = request.size ** 2 * 3 * (layout === null ? 1 : Float32Array.BYTES_PER_ELEMENT);
      const last = free.pop();
      const buffer = last?.byteLength === bytes ? last : new SharedArrayBuffer(bytes);
      held += 1;
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
    inHand: workers * pace.pictures,
    holdAtMost(pictures) {
      most = pictures;
    },
    prepare: (path, size) =>
      new Promise((resolve, reject) => {
        queue.push({ path, size, resolve, reject });
        giveLeast();
      }),
    async close() {
      for (const { worker } of benches) await worker?.terminate();
    },
  };
}
