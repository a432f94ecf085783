import { JobProgress } from "../../parts/JobProgress.js";
import type { Job } from "../../state/jobs.js";
import { words } from "../../state/look.js";
import { showSweep, sweeps } from "../../state/sweep.js";
import { acting, cancelSweep, pauseSweep } from "../../state/sweep-actions.js";

/** The sweep that draws, in the bottom bar: a click shows it; it can be paused from any room. */
export function SweepJob({ job }: { job: Job }) {
  const { sweep: said } = words.value;
  const row = sweeps.value.find(({ jobId }) => jobId === job.jobId);
  return (
    <>
      {row ? (
        <button type="button" class="quiet training-chip" title={said.show(row.name)} onClick={() => showSweep(row.id)}>
          <strong>{said.jobNamed(row.name)}</strong>
        </button>
      ) : (
        <strong>{said.job}</strong>
      )}
      <JobProgress job={job} />
      {row && (
        <>
          <button
            type="button"
            class="small"
            title={said.pausing}
            disabled={acting.value}
            onClick={() => void pauseSweep(row.id)}
          >
            {said.pause}
          </button>
          <button type="button" class="small" disabled={acting.value} onClick={() => void cancelSweep(row.id)}>
            {said.cancel}
          </button>
        </>
      )}
    </>
  );
}
