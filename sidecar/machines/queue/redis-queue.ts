import { Queue, Worker } from "bullmq";
import { Redis } from "ioredis";
import type { RedisAddress } from "./queue-address.js";
import type { QueueServer } from "./queue-server.js";
import { ANSWER_MS } from "./queue-timing.js";

/** A Redis: what belongs to one studio has its name before it. */
export function openRedisQueue({ connection, name }: RedisAddress): QueueServer {
  const client = new Redis({ ...connection, maxRetriesPerRequest: null, commandTimeout: ANSWER_MS, lazyConnect: true });
  // Of all lines together: there is one for each machine and role.
  let lines: Redis | null = null;
  const linesClient = (): Redis => {
    if (lines) return lines;
    lines = new Redis({ ...connection, maxRetriesPerRequest: 1, commandTimeout: ANSWER_MS });
    // Each line tells of it.
    lines.on("error", () => {});
    lines.setMaxListeners(0);
    return lines;
  };
  const keyOf = (key: string): string => `${name}:${key}`;
  let tell = (_reason: string | null): void => {};
  client.on("error", (error: Error) => tell(error.message || "Redis does not answer"));
  client.on("ready", () => tell(null));
  void client.connect().catch(() => {});
  return {
    line: (line) =>
      new Queue(line, {
        connection: linesClient(),
        prefix: name,
        skipWaitingForReady: true,
        streams: { events: { maxLen: 100 } },
      }),
    worker: (line, work, options) =>
      new Worker(line, async (job) => work(String(job.id)), {
        ...options,
        // It waits for as long as Redis is away.
        connection: { ...connection, maxRetriesPerRequest: null },
        prefix: name,
      }),
    set: async (key, value, ms) => void (await client.set(keyOf(key), value, "PX", ms)),
    get: (key) => client.get(keyOf(key)),
    async hold(key, value, ms) {
      const full = keyOf(key);
      if ((await client.set(full, value, "PX", ms, "NX")) === "OK") return true;
      if ((await client.get(full)) !== value) return false;
      await client.pexpire(full, ms);
      return true;
    },
    async release(key, value) {
      const full = keyOf(key);
      if ((await client.get(full)) === value) await client.del(full);
    },
    onTrouble(listener) {
      tell = listener;
    },
    async close() {
      client.disconnect();
      lines?.disconnect();
    },
  };
}
