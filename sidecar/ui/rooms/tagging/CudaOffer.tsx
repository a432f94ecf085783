import { JobProgress } from "../../parts/JobProgress.js";
import { Problem } from "../../parts/Problem.js";
import { cuda, cudaError, cudaJob, installCuda } from "../../state/cuda.js";
import { cancelJob } from "../../state/jobs.js";
import { words } from "../../state/look.js";

/** Where a card stands idle only for want of its libraries: what they would bring, and how to get them. */
export function CudaOffer() {
  const said = words.value.cuda;
  const { jobs } = words.value;
  const found = cuda.value;
  const job = cudaJob.value;
  if (found === null || (!found.offered && job === null && cudaError.value === null)) return null;
  return (
    <div class="whole-row note">
      {job === null && found.offered && (
        <p class="muted">{found.state === "broken" ? said.broken : said.offer(found.card ?? "")}</p>
      )}
      <div class="to-download">
        {job === null ? (
          found.offered && (
            <>
              <button type="button" class="small" onClick={() => void installCuda()}>
                {said.button(jobs.size(found.download))}
              </button>
              <span class="muted">{said.details(jobs.size(found.installed))}</span>
            </>
          )
        ) : (
          <div class="job">
            <JobProgress job={job} />
            <button type="button" class="small" onClick={() => void cancelJob(job.jobId)}>
              {jobs.cancel}
            </button>
          </div>
        )}
      </div>
      {cudaError.value && <Problem error={cudaError.value} />}
    </div>
  );
}
