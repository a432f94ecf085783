import type { Queue as BullQueue } from "bullmq";
import { Redis } from "ioredis";
import { reportError } from "../../host/studio-error.js";
import type { RedisAddress } from "../redis-address.js";

/** Ids of tasks, in lines that machines take from. Nothing else goes through Redis; it can be emptied at any time. */
export interface TaskQueue {
  /** Puts a task at the end of a line, unless it is there. @throws Error when Redis is gone or full */
  put(line: string, task: string): Promise<void>;
  /** Whether Redis still has it: waiting, or with a machine. @throws Error when Redis is gone */
  has(line: string, task: string): Promise<boolean>;
  /** Takes one out that waits; one that a machine has is left to it. */
  remove(line: string, task: string): Promise<void>;
  /** Writes a value for machines to read, for so many milliseconds. @throws Error when Redis is gone or full */
  announce(key: string, value: string, ms: number): Promise<void>;
  /** Takes a name for this studio alone, for so many milliseconds, or longer where it has it. */
  hold(key: string, value: string, ms: number): Promise<boolean>;
  /** Gives the name back, if it is this studio's. */
  release(key: string, value: string): Promise<void>;
  /** What is wrong with Redis now, in its words; null when it answers. */
  trouble(): string | null;
  close(): Promise<void>;
}

// Redis that is away for longer is told as trouble; what was asked of it is asked again later.
const ANSWER_MS = 4000;

/** BullMQ's queues, one a line. */
export async function openTaskQueue({ connection, name }: RedisAddress): Promise<TaskQueue> {
  // Read when there is a Redis: nobody else pays for it.
  const { Queue } = await import("bullmq");
  let trouble: string | null = null;
  const client = new Redis({ ...connection, maxRetriesPerRequest: null, commandTimeout: ANSWER_MS, lazyConnect: true });
  client.on("error", (error: Error) => {
    trouble = error.message || "Redis does not answer";
  });
  client.on("ready", () => {
    trouble = null;
  });
  void client.connect().catch(() => {});
  const queues = new Map<string, BullQueue>();
  const queueOf = (line: string): BullQueue => {
    const known = queues.get(line);
    if (known) return known;
    const made = new Queue(line, {
      connection: { ...connection, maxRetriesPerRequest: 1, commandTimeout: ANSWER_MS },
      prefix: name,
      skipWaitingForReady: true,
      streams: { events: { maxLen: 100 } },
    });
    made.on("error", (error) => {
      trouble = reportError(error).message;
    });
    queues.set(line, made);
    return made;
  };
  const asked = async <T>(work: Promise<T>): Promise<T> => {
    try {
      const value = await work;
      trouble = null;
      return value;
    } catch (error) {
      trouble = reportError(error).message;
      throw error;
    }
  };
  return {
    async put(line, task) {
      await asked(
        queueOf(line).add("task", {}, { jobId: task, removeOnComplete: true, removeOnFail: true, attempts: 1 }),
      );
    },
    async has(line, task) {
      const state = await asked(queueOf(line).getJobState(task));
      return state !== "unknown" && state !== "completed" && state !== "failed";
    },
    async remove(line, task) {
      await asked(queueOf(line).remove(task)).catch(() => {});
    },
    announce: async (key, value, ms) => void (await asked(client.set(`${name}:${key}`, value, "PX", ms))),
    async hold(key, value, ms) {
      const full = `${name}:${key}`;
      if ((await asked(client.set(full, value, "PX", ms, "NX"))) === "OK") return true;
      if ((await asked(client.get(full))) !== value) return false;
      await asked(client.pexpire(full, ms));
      return true;
    },
    async release(key, value) {
      const full = `${name}:${key}`;
      const held = await client.get(full).catch(() => null);
      if (held === value) await client.del(full).catch(() => {});
    },
    trouble: () => trouble,
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close().catch(() => {})));
      client.disconnect();
    },
  };
}
