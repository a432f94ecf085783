import type { JobState, LiveJob } from "./job-kind.js";

/** Runs jobs in the background and tells who listens. Rooms know only this; where the work happens is the engine's. */
export interface JobEngine {
  /** Runs a job that `createJob` wrote; jobs that need the same thing (the CPU, one card) wait for each other. */
  start(job: number): void;
  /** Ends a job for good; what is done stays done, and the same request can take it up again. */
  cancel(job: number): void;
  /** Called with each new state; returns how to stop listening. */
  onChange(listener: (state: JobState) => void): () => void;
  /** What a running job says of itself beyond its items. */
  liveOf(job: number): LiveJob;
  /** True while a job runs or waits. */
  busy(): boolean;
  /** Takes up what an engine that ended left running. */
  resume(): void;
  /** Stops what runs without cancelling it: the next engine goes on with it. */
  close(): Promise<void>;
}
