import type { JobState, JobsOptions, WorkerOptions } from "bullmq";

/** One line of tasks, as BullMQ has it: what this program uses of its `Queue`. */
export interface QueueLine {
  add(name: string, data: object, options: JobsOptions): Promise<unknown>;
  getJobState(id: string): Promise<JobState | "unknown">;
  remove(id: string): Promise<unknown>;
  on(event: "error", listener: (error: Error) => void): unknown;
  close(): Promise<void>;
}

/** Somebody who takes tasks from a line: what this program uses of BullMQ's `Worker`. */
export interface LineWorker {
  on(event: "error", listener: (error: Error) => void): unknown;
  close(force?: boolean): Promise<void>;
  pause(doNotWaitActive?: boolean): Promise<void>;
  resume(): void;
}

type LineWorkerOptions = Omit<WorkerOptions, "connection" | "prefix">;

/**
 * The program in which ids of tasks wait: a Redis (or Valkey), or a PostgreSQL. Nothing else goes through it, and it can be
 * emptied at any time.
 */
export interface QueueServer {
  line(name: string): QueueLine;
  worker(line: string, work: (task: string) => Promise<void>, options: LineWorkerOptions): LineWorker;
  /** Writes a value for so many milliseconds. @throws Error when the server is gone or full */
  set(key: string, value: string, ms: number): Promise<void>;
  /** @returns null where there is none, or no longer */
  get(key: string): Promise<string | null>;
  /** Takes a key that is free, or holds this value already, for so many milliseconds. @returns whether it holds the value now */
  hold(key: string, value: string, ms: number): Promise<boolean>;
  /** Takes the key away, if it holds this value. */
  release(key: string, value: string): Promise<void>;
  /** Told of what goes wrong between questions, and null when it is well again. */
  onTrouble(listener: (reason: string | null) => void): void;
  close(): Promise<void>;
}
