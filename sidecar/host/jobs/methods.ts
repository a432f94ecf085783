import type { Params, Result } from "../../../protocol/validate.js";
import type { Database } from "../../store/database.js";
import type { Roots } from "../roots.js";
import type { JobEngine } from "./job-engine.js";
import type { JobState } from "./job-kind.js";
import { getJob, listJobs, noJob } from "./job-store.js";
import { jobAfter } from "./job-wait.js";
import { visibleJobs } from "./visible-jobs.js";

const USUAL_WAIT_SECONDS = 25;

// The page shows the last few; older ones stay in the state.
const LISTED_JOBS = 50;

interface Room {
  database: Database;
  engine: JobEngine;
  roots: Roots;
}

/** The methods by which a client follows jobs. */
export function jobMethods({ database, engine, roots }: Room) {
  const isVisible = visibleJobs({ database, roots });
  const withLive = (state: JobState): JobState =>
    state.state === "running" ? { ...state, ...engine.liveOf(state.jobId) } : state;
  const visible = async (jobId: number): Promise<JobState> => {
    const state = getJob(database, jobId);
    if (await isVisible(jobId)) return state;
    throw noJob(jobId);
  };
  return {
    "job/get": async ({ jobId }: Params<"job/get">): Promise<Result<"job/get">> => withLive(await visible(jobId)),
    async "job/wait"(params: Params<"job/wait">, { signal }: { signal: AbortSignal }): Promise<Result<"job/wait">> {
      await visible(params.jobId);
      const { jobId, revision, seconds = USUAL_WAIT_SECONDS } = params;
      const stop = AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]);
      return withLive(await jobAfter({ database, engine }, { jobId, revision, stop }));
    },
    async "job/list"(): Promise<Result<"job/list">> {
      const listed = await Promise.all(
        listJobs(database, LISTED_JOBS).map(async (job) => ((await isVisible(job.jobId)) ? [withLive(job)] : [])),
      );
      return { jobs: listed.flat() };
    },
    async "job/cancel"({ jobId }: Params<"job/cancel">): Promise<Result<"job/cancel">> {
      await visible(jobId);
      engine.cancel(jobId);
      return {};
    },
  };
}
