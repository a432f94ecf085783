import type { Database } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { reportError, StudioError } from "../studio-error.js";
import type { JobEngine } from "./job-engine.js";
import type { CardUser, JobAmount, JobKind, JobNeed, JobState, LiveJob } from "./job-kind.js";
import { runJob } from "./job-run.js";
import { getJob, releaseLeases, setJobState, unfinishedJobs } from "./job-store.js";

interface RunWatch {
  signal: AbortSignal;
  onChange: (state: JobState) => void;
  onAmount: (amount: JobAmount | null) => void;
  onBeside: (user: CardUser | null) => void;
}

/** A kind with its types closed over: all the engine needs to run it. */
export interface RunnableKind {
  name: string;
  needs: JobNeed;
  run(job: number, watch: RunWatch): Promise<JobState>;
}

export const runnable = <P, I, R>(database: Database, kind: JobKind<P, I, R>): RunnableKind => ({
  name: kind.name,
  needs: kind.needs,
  run: (job, watch) => runJob(database, kind, job, watch),
});

interface Entry {
  controller: AbortController;
  cancelled: boolean;
  live: LiveJob;
}

/** The engine inside the sidecar: nothing to install. The state's lock makes it the only one on its tables. */
export function createEmbeddedEngine(database: Database, kinds: readonly RunnableKind[]): JobEngine {
  const entries = new Map<number, Entry>();
  const listeners = new Set<(state: JobState) => void>();
  // One line of jobs for each thing that jobs need.
  const turns = new Map<JobNeed | "nothing", Promise<void>>();
  const tell = (state: JobState): void => {
    const told = state.state === "running" ? { ...state, ...entries.get(state.jobId)?.live } : state;
    for (const listener of listeners) listener(told);
  };
  const kindOf = (job: number): RunnableKind | undefined => {
    const { kind: name } = getJob(database, job);
    return kinds.find((known) => known.name === name);
  };

  const settle = (job: number, entry: Entry, error: unknown): void => {
    if (entry.cancelled) setJobState(database, job, "cancelled");
    // An engine that closes leaves the job as running, for the next one.
    else if (!entry.controller.signal.aborted) {
      setJobState(database, job, "failed", reportError(error));
    }
    tell(getJob(database, job));
  };
  const work = async (job: number, entry: Entry): Promise<void> => {
    try {
      const kind = kindOf(job);
      if (!kind)
        throw new StudioError("notFound", say("This program has no such kind of job."), say("Update LoRA Atelier."));
      entry.controller.signal.throwIfAborted();
      const onAmount = (amount: JobAmount | null): void => {
        const { amount: _, ...rest } = entry.live;
        entry.live = amount ? { ...rest, amount } : rest;
        tell(getJob(database, job));
      };
      const onBeside = (user: CardUser | null): void => {
        const { beside, ...rest } = entry.live;
        entry.live = user ? { ...rest, beside: user } : rest;
        if (beside !== (user ?? undefined)) tell(getJob(database, job));
      };
      await kind.run(job, { signal: entry.controller.signal, onChange: tell, onAmount, onBeside });
    } catch (error) {
      settle(job, entry, error);
    } finally {
      entries.delete(job);
    }
  };
  const start = (job: number): void => {
    if (entries.has(job)) return;
    const entry: Entry = { controller: new AbortController(), cancelled: false, live: {} };
    entries.set(job, entry);
    const need = kindOf(job)?.needs ?? "nothing";
    turns.set(
      need,
      (turns.get(need) ?? Promise.resolve()).then(() => work(job, entry)),
    );
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
    liveOf: (job) => entries.get(job)?.live ?? {},
    busy: () => entries.size > 0,
    resume() {
      releaseLeases(database);
      for (const job of unfinishedJobs(database)) start(job);
    },
    async close() {
      for (const { controller } of entries.values()) controller.abort();
      await Promise.all(turns.values());
    },
  };
}
