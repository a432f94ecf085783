import type { Params, Result } from "../../../protocol/validate.js";
import type { Database } from "../../store/database.js";
import type { JobEngine } from "./job-engine.js";
import type { JobState } from "./job-kind.js";
import { getJob, listJobs } from "./job-store.js";
import { jobAfter } from "./job-wait.js";

const USUAL_WAIT_SECONDS = 25;

// The page shows the last few; older ones stay in the state.
const LISTED_JOBS = 50;

/** The methods by which a client follows jobs. */
export function jobMethods({ database, engine }: { database: Database; engine: JobEngine }) {
  const withAmount = (state: JobState): JobState => {
    const amount = state.state === "running" ? engine.amountOf(state.jobId) : undefined;
    return amount ? { ...state, amount } : state;
  };
  return {
    "job/get": async ({ jobId }: Params<"job/get">): Promise<Result<"job/get">> => withAmount(getJob(database, jobId)),
    async "job/wait"(params: Params<"job/wait">, { signal }: { signal: AbortSignal }): Promise<Result<"job/wait">> {
      const { jobId, revision, seconds = USUAL_WAIT_SECONDS } = params;
      const stop = AbortSignal.any([signal, AbortSignal.timeout(seconds * 1000)]);
      return withAmount(await jobAfter({ database, engine }, { jobId, revision, stop }));
    },
    "job/list": async (): Promise<Result<"job/list">> => ({ jobs: listJobs(database, LISTED_JOBS).map(withAmount) }),
    async "job/cancel"({ jobId }: Params<"job/cancel">): Promise<Result<"job/cancel">> {
      getJob(database, jobId);
      engine.cancel(jobId);
      return {};
    },
  };
}
