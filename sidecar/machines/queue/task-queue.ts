import { reportError } from "../../host/studio-error.js";
import { openQueueServer } from "./open-queue-server.js";
import type { QueueAddress } from "./queue-address.js";
import type { QueueLine } from "./queue-server.js";

/** Ids of tasks, in lines that machines take from. Nothing else goes through its server; it can be emptied at any time. */
export interface TaskQueue {
  /** Puts a task at the end of a line, unless it is there. @throws Error when the server is gone or full */
  put(line: string, task: string): Promise<void>;
  /** Whether the server still has it: waiting, or with a machine. @throws Error when the server is gone */
  has(line: string, task: string): Promise<boolean>;
  /** Takes one out that waits; one that a machine has is left to it. */
  remove(line: string, task: string): Promise<void>;
  /** Writes a value for machines to read, for so many milliseconds. @throws Error when the server is gone or full */
  announce(key: string, value: string, ms: number): Promise<void>;
  /** Takes a name for this studio alone, for so many milliseconds, or longer where it has it. */
  hold(key: string, value: string, ms: number): Promise<boolean>;
  /** Gives the name back, if it is this studio's. */
  release(key: string, value: string): Promise<void>;
  /** What is wrong with the server now, in its words; null when it answers. */
  trouble(): string | null;
  close(): Promise<void>;
}

/** BullMQ's queues, one a line. */
export async function openTaskQueue(address: QueueAddress): Promise<TaskQueue> {
  const server = await openQueueServer(address);
  let trouble: string | null = null;
  server.onTrouble((reason) => {
    trouble = reason;
  });
  const lines = new Map<string, QueueLine>();
  const lineNamed = (name: string): QueueLine => {
    const known = lines.get(name);
    if (known) return known;
    const made = server.line(name);
    made.on("error", (error) => {
      trouble = reportError(error).message;
    });
    lines.set(name, made);
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
        lineNamed(line).add("task", {}, { jobId: task, removeOnComplete: true, removeOnFail: true, attempts: 1 }),
      );
    },
    async has(line, task) {
      const state = await asked(lineNamed(line).getJobState(task));
      return state !== "unknown" && state !== "completed" && state !== "failed";
    },
    async remove(line, task) {
      await asked(lineNamed(line).remove(task)).catch(() => {});
    },
    announce: (key, value, ms) => asked(server.set(key, value, ms)),
    hold: (key, value, ms) => asked(server.hold(key, value, ms)),
    release: (key, value) => server.release(key, value).catch(() => {}),
    trouble: () => trouble,
    async close() {
      await Promise.all([...lines.values()].map((line) => line.close().catch(() => {})));
      await server.close();
    },
  };
}
