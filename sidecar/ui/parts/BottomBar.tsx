import { useEffect, useState } from "preact/hooks";
import { connectionState } from "../rpc.js";
import { cancelJob, type Job, lastJob, rateOf, runningJob } from "../state/jobs.js";
import { words } from "../state/look.js";
import { panel } from "../state/panels.js";
import { Doctor } from "./Doctor.js";

/** A clock for rates and times left; it stands still while nothing runs. */
function useNow(ticking: boolean): number {
  const [now, setNow] = useState(() => performance.now());
  useEffect(() => {
    if (!ticking) return;
    const timer = setInterval(() => setNow(performance.now()), 500);
    return () => clearInterval(timer);
  }, [ticking]);
  return now;
}

function Running({ job }: { job: Job }) {
  const { jobs, number } = words.value;
  const rate = rateOf(job, useNow(true));
  const finished = job.done + job.failed;
  return (
    <>
      <strong>{jobs.tag}</strong>
      <progress max={job.total} value={finished} aria-label={jobs.tag} />
      <span class="figures">
        {number(finished)}/{number(job.total)}
        {rate !== null && ` · ${jobs.rate(rate)} · ${jobs.left((job.total - finished) / rate)}`}
      </span>
      <button type="button" class="small" onClick={() => void cancelJob(job.jobId)}>
        {jobs.cancel}
      </button>
    </>
  );
}

function Idle({ job }: { job: Job | null }) {
  const { jobs } = words.value;
  if (job?.state === "cancelled") return <span class="amber">{`${jobs.tag}: ${jobs.cancelled}`}</span>;
  if (job?.state === "failed") return <span class="red">{`${jobs.tag}: ${jobs.failed} – ${job.message ?? ""}`}</span>;
  if (job) return <span>{`${jobs.tag}: ${jobs.done(job.done)}`}</span>;
  return <span>{jobs.none}</span>;
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
      <div class="job" role="status">
        {runningJob.value ? <Running job={runningJob.value} /> : <Idle job={lastJob.value} />}
      </div>
      <span class="space" />
      <button type="button" class="quiet" onClick={() => (panel.value = "doctor")}>
        <span class={`dot ${tones[state]}`} aria-hidden="true" /> {sentences[state]}
      </button>
      <Doctor />
    </footer>
  );
}
