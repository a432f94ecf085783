import { useEffect } from "preact/hooks";
import { cancelJob, type Job } from "../state/jobs.js";
import { words } from "../state/look.js";
import { JobProgress } from "./JobProgress.js";

/** A job inside a dialog: how far it is, and a button to cancel it. @param onEnd called once when it no longer runs */
export function RunningJob({ job, onEnd = () => {} }: { job: Job; onEnd?: (job: Job) => void }) {
  const { jobs } = words.value;
  const { state } = job;
  useEffect(() => {
    if (state !== "running") onEnd(job);
  }, [state]);
  return (
    <div class="one-buttons dialog-line">
      <JobProgress job={job} />
      <button type="button" class="small" onClick={() => void cancelJob(job.jobId)}>
        {jobs.cancel}
      </button>
    </div>
  );
}
