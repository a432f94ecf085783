import { SweepJob } from "../rooms/sweep/SweepJob.js";
import { connectionState } from "../rpc.js";
import { failureWords } from "../state/error-words.js";
import { cancelJob, type Job, lastJob, runningJobs } from "../state/jobs.js";
import { words } from "../state/look.js";
import { panel } from "../state/panels.js";
import { running, showRun } from "../state/training.js";
import { stateWords } from "../state/training-words.js";
import { Doctor } from "./Doctor.js";
import { JobProgress, titleOf } from "./JobProgress.js";
import { MachinesChip } from "./machines/MachinesChip.js";

function Running({ job }: { job: Job }) {
  const { jobs } = words.value;
  return (
    <>
      <strong>{titleOf(job)}</strong>
      <JobProgress job={job} />
      <button type="button" class="small" onClick={() => void cancelJob(job.jobId)}>
        {jobs.cancel}
      </button>
    </>
  );
}

function Idle({ job }: { job: Job | null }) {
  const { jobs, cuda, cutout } = words.value;
  const title = job ? titleOf(job) : "";
  // A sweep that is stopped, by its button or the WebUI's, waits in its room.
  if (job?.state === "cancelled")
    return <span class="amber">{jobs.line(title, job.kind === "sweep" ? jobs.sweepStopped : jobs.cancelled)}</span>;
  if (job?.state === "failed")
    return <span class="red">{jobs.line(title, `${jobs.failed} – ${failureWords(job)}`)}</span>;
  if (job?.kind === "download") return <span>{jobs.downloaded}</span>;
  if (job?.kind === "cudaInstall") return <span>{cuda.jobDone}</span>;
  if (job?.kind === "cutoutDownload") return <span>{cutout.jobDownloaded}</span>;
  // Each of these pictures is looked at in more than one way.
  if (job?.kind === "sweepScore") return <span>{words.value.sweep.jobScored}</span>;
  if (job) return <span>{jobs.line(title, jobs.done(job.done))}</span>;
  return <span>{jobs.none}</span>;
}

/** The training that runs: a click shows it. Not in a live region, for it changes all the time. */
function RunningTraining() {
  const { training: said } = words.value;
  const row = running.value;
  if (row === null) return null;
  return (
    <button
      type="button"
      class="quiet training-chip"
      title={said.showRunning(row.name)}
      onClick={() => showRun(row.id)}
    >
      <strong>{row.name}</strong>
      <progress max={row.steps} value={row.progress.step} aria-hidden="true" />
      <span class="figures">{stateWords(row, 0)}</span>
    </button>
  );
}

const tones = { connecting: "idle", open: "good", lost: "look", refused: "broken" };

/** What is running, and the health of the sidecar. */
export function BottomBar() {
  const { health } = words.value;
  const sentences = {
    connecting: health.connecting,
    open: health.connected,
    lost: health.reconnecting,
    refused: health.refused,
  };
  const state = connectionState.value;
  return (
    <footer class="bottom">
      <RunningTraining />
      <div class="job" data-tour="jobs" role="status">
        {runningJobs.value.map((job) =>
          job.kind === "sweep" ? <SweepJob key={job.jobId} job={job} /> : <Running key={job.jobId} job={job} />,
        )}
        {runningJobs.value.length === 0 && running.value === null && <Idle job={lastJob.value} />}
      </div>
      <span class="space" />
      <MachinesChip />
      <button type="button" class="quiet" data-tour="health" onClick={() => (panel.value = "doctor")}>
        <span class={`dot ${tones[state]}`} aria-hidden="true" /> {sentences[state]}
      </button>
      <Doctor />
    </footer>
  );
}
