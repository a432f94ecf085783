import type { Params, Result } from "../../../protocol/validate.js";
import type { Database } from "../../store/database.js";
import type { JobEngine } from "./job-engine.js";
import type { JobState } from "./job-kind.js";
import { getJob, listJobs } from "./job-store.js";

// The page shows the last few; older ones stay in the state.
const LISTED_JOBS = 50;

/** The methods by which a client follows jobs. */
export function jobMethods({ database, engine }: { database: Database; engine: JobEngine }) {
  const withLive = (state: JobState): JobState =>
    state.state === "running" ? { ...state, ...engine.liveOf(state.jobId) } : state;
  return {
    "job/get": async ({ jobId }: Params<"job/get">): Promise<Result<"job/get">> => withLive(getJob(database, jobId)),
    "job/list": async (): Promise<Result<"job/list">> => ({ jobs: listJobs(database, LISTED_JOBS).map(withLive) }),
    async "job/cancel"({ jobId }: Params<"job/cancel">): Promise<Result<"job/cancel">> {
      getJob(database, jobId);
      engine.cancel(jobId);
      return {};
    },
  };
}
