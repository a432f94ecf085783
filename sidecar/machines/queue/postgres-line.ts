import { createPostgresBackend, type PostgresConnectionOptions, Queue } from "bullmq";
import type { QueueLine } from "./queue-server.js";

const open = (name: string, connection: PostgresConnectionOptions) =>
  new Queue(name, { connection }, createPostgresBackend);

/** A line in a PostgreSQL. BullMQ's own is made anew until it once found the server: it never asks a second time. */
export function postgresLine(name: string, connection: PostgresConnectionOptions): QueueLine {
  let queue: ReturnType<typeof open> | null = null;
  let tell = (_error: Error): void => {};
  const ready = async (): Promise<ReturnType<typeof open>> => {
    if (queue === null) {
      queue = open(name, connection);
      queue.on("error", (error) => tell(error));
    }
    const asked = queue;
    try {
      await asked.waitUntilReady();
      return asked;
    } catch (error) {
      if (queue === asked) queue = null;
      void asked.close().catch(() => {});
      throw error;
    }
  };
  return {
    add: async (task, data, options) => (await ready()).add(task, data, options),
    getJobState: async (id) => (await ready()).getJobState(id),
    remove: async (id) => (await ready()).remove(id),
    on(_event, listener) {
      tell = listener;
    },
    close: async () => queue?.close(),
  };
}
