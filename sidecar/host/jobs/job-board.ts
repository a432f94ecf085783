import type { Database } from "../../store/database.js";
import { reportError, StudioError } from "../studio-error.js";
import type { JobKind, JobState } from "./job-kind.js";
import { runJob } from "./job-run.js";
import { getJob, setJobState, unfinishedJobs } from "./job-store.js";

/** A kind with its types closed over: all the board needs to run it. */
export interface RunnableKind {
  name: string;
  run(job: number, watch: { signal: AbortSignal; onChange: (state: JobState) => void }): Promise<JobState>;
}

export const runnable = <P, I, R>(database: Database, kind: JobKind<P, I, R>): RunnableKind => ({
  name: kind.name,
  run: (job, watch) => runJob(database, kind, job, watch),
});

/** Runs jobs one after another in the background and tells who listens. Jobs of one card must not fight over it. */
export interface JobBoard {
  start(job: number): void;
  cancel(job: number): void;
  onChange(listener: (state: JobState) => void): () => void;
  /** True while a job runs or waits. */
  busy(): boolean;
  /** Takes up what a sidecar that ended left running. */
  resume(): void;
  /** Stops the running job without cancelling it: the next sidecar goes on with it. */
  close(): Promise<void>;
}

interface Entry {
  controller: AbortController;
  ended: Promise<void>;
  cancelled: boolean;
}

export function createJobBoard(database: Database, kinds: readonly RunnableKind[]): JobBoard {
  const entries = new Map<number, Entry>();
  const listeners = new Set<(state: JobState) => void>();
  const tell = (state: JobState): void => {
    for (const listener of listeners) listener(state);
  };
  let turn: Promise<void> = Promise.resolve();

  const settle = (job: number, entry: Entry, error: unknown): void => {
    if (entry.cancelled) setJobState(database, job, "cancelled");
    // A sidecar that closes leaves the job as running, for the next one.
    else if (!entry.controller.signal.aborted) setJobState(database, job, "failed", reportError(error).message);
    tell(getJob(database, job));
  };
  const work = async (job: number, entry: Entry): Promise<void> => {
    try {
      const { kind: name } = getJob(database, job);
      const kind = kinds.find((known) => known.name === name);
      if (!kind) throw new StudioError("notFound", `This program has no job kind "${name}".`, "Update LoRA Atelier.");
      entry.controller.signal.throwIfAborted();
      await kind.run(job, { signal: entry.controller.signal, onChange: tell });
    } catch (error) {
      settle(job, entry, error);
    } finally {
      entries.delete(job);
    }
  };
  const start = (job: number): void => {
    if (entries.has(job)) return;
    const entry: Entry = { controller: new AbortController(), ended: Promise.resolve(), cancelled: false };
    entries.set(job, entry);
    turn = turn.then(() => work(job, entry));
    entry.ended = turn;
  };
  return {
    start,
    cancel(job) {
      const entry = entries.get(job);
      if (entry) {
        entry.cancelled = true;
        entry.controller.abort();
      } else if (getJob(database, job).state === "running") setJobState(database, job, "cancelled");
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    busy: () => entries.size > 0,
    resume() {
      for (const job of unfinishedJobs(database)) start(job);
    },
    async close() {
      for (const { controller } of entries.values()) controller.abort();
      await turn;
    },
  };
}
