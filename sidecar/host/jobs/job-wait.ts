import type { Database } from "../../store/database.js";
import type { JobEngine } from "./job-engine.js";
import type { JobState } from "./job-kind.js";
import { getJob } from "./job-store.js";

/**
 * The job's state once it has another revision than `revision` or runs no more, else when `stop` says so.
 * @throws StudioError "notFound"
 */
export function jobAfter(
  { database, engine }: { database: Database; engine: Pick<JobEngine, "onChange"> },
  { jobId, revision, stop }: { jobId: number; revision: number; stop: AbortSignal },
): Promise<JobState> {
  const now = getJob(database, jobId);
  if (now.revision !== revision || now.state !== "running" || stop.aborted) return Promise.resolve(now);
  return new Promise((resolve) => {
    const end = (): void => {
      leave();
      stop.removeEventListener("abort", end);
      resolve(getJob(database, jobId));
    };
    const leave = engine.onChange((state) => {
      if (state.jobId === jobId && state.revision !== revision) end();
    });
    stop.addEventListener("abort", end);
  });
}
