import { createPostgresBackend, type PostgresConnectionOptions, Worker, type WorkerOptions } from "bullmq";
import type { LineWorker } from "./queue-server.js";
import { ANSWER_MS } from "./queue-timing.js";

type Options = Omit<WorkerOptions, "connection"> & { connection: PostgresConnectionOptions };

const open = (line: string, work: (task: string) => Promise<void>, options: Options) =>
  new Worker(line, async (job) => work(String(job.id)), options, createPostgresBackend);

// Between tries to find a server that has not been found yet.
const AGAIN_MS = 2000;

const rest = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** Takes tasks from a line in a PostgreSQL. BullMQ's own is made anew until it once found the server: it never asks a second time. */
export function postgresWorker(line: string, work: (task: string) => Promise<void>, options: Options): LineWorker {
  let tell = (_error: Error): void => {};
  let isClosed = false;
  let isPaused = false;
  let worker: ReturnType<typeof open> | null = null;

  const find = async (): Promise<void> => {
    while (!isClosed) {
      const one = open(line, work, options);
      one.on("error", (error) => tell(error));
      const found = await one.waitUntilReady().then(
        () => true,
        () => false,
      );
      if (found && !isClosed) {
        worker = one;
        if (isPaused) await one.pause(true);
        return;
      }
      await one.close(true).catch(() => {});
      await rest(AGAIN_MS);
    }
  };
  const finding = find().catch(() => {});
  return {
    on(_event, listener) {
      tell = listener;
    },
    async pause(doNotWaitActive) {
      isPaused = true;
      await worker?.pause(doNotWaitActive);
    },
    resume() {
      isPaused = false;
      worker?.resume();
    },
    async close(force) {
      isClosed = true;
      // BullMQ loses a connection that is still being made when it closes.
      await Promise.race([finding, rest(ANSWER_MS)]);
      await worker?.close(force);
    },
  };
}
