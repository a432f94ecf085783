import { JobProgress } from "../../parts/JobProgress.js";
import { Problem } from "../../parts/Problem.js";
import { cancelJob, type Job } from "../../state/jobs.js";
import { words } from "../../state/look.js";
import { downloadError, downloadModel, downloadOf, type Model } from "../../state/models.js";
import { preview } from "../../state/preview.js";

function Downloading({ job }: { job: Job }) {
  return (
    <div class="job">
      <JobProgress job={job} />
      <button type="button" class="small" onClick={() => void cancelJob(job.jobId)}>
        {words.value.jobs.cancel}
      </button>
    </div>
  );
}

/** What the chosen tagger is good for, and how to get it when it is not here. */
export function ModelNote({ model }: { model: Model }) {
  const { tagging, models } = words.value;
  const job = downloadOf(model);
  // Once its scores are kept the user knows it.
  const isTried = model.builtIn && preview.value?.scored;
  const sentence = isTried ? null : model.builtIn ? tagging.builtInNote : models[model.description ?? ""];
  if (!sentence && model.state !== "absent" && !downloadError.value) return null;
  return (
    <div class="whole-row note">
      {sentence && <p class="muted">{sentence}</p>}
      {model.state === "absent" && (
        <div class="to-download">
          {job ? (
            <Downloading job={job} />
          ) : (
            <>
              <span class="muted">{tagging.downloadFirst}</span>
              <button type="button" class="small" onClick={() => void downloadModel(model.model)}>
                {tagging.download(model.bytes)}
              </button>
            </>
          )}
        </div>
      )}
      {downloadError.value && <Problem error={downloadError.value} />}
    </div>
  );
}
