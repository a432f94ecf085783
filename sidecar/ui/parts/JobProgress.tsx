import { useEffect, useState } from "preact/hooks";
import { type Job, rateOf } from "../state/jobs.js";
import { words } from "../state/look.js";

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

export function titleOf({ kind, amount }: Job): string {
  const { jobs, cuda, cutout, resize, sweep } = words.value;
  const titles: Record<string, string> = {
    ...jobs.titles,
    cutout: cutout.job,
    resize: resize.job,
    cutoutDownload: cutout.jobDownload,
    cudaInstall: cuda.job,
    sweep: sweep.job,
    sweepScore: sweep.jobScore,
  };
  if (amount && kind === "tag") return jobs.downloadFirst;
  if (amount && kind === "cutout") return cutout.jobDownloadFirst;
  return titles[kind] ?? kind;
}

/** Bar and figures of a running job: pictures, or bytes while something is downloaded. */
export function JobProgress({ job }: { job: Job }) {
  const { jobs, number } = words.value;
  const rate = rateOf(job, useNow(true));
  const { amount } = job;
  const [finished, total] = amount ? [amount.done, amount.total] : [job.done + job.failed, job.total];
  return (
    <>
      <progress max={total} value={finished} aria-label={titleOf(job)} />
      <span class="figures">
        {amount ? `${jobs.size(finished)} / ${jobs.size(total)}` : `${number(finished)}/${number(total)}`}
        {rate !== null &&
          ` · ${amount ? jobs.byteRate(rate) : jobs.rate(rate)} · ${jobs.left((total - finished) / rate)}`}
        {job.beside && ` · ${jobs.beside[job.beside.by](job.beside.title)}`}
      </span>
    </>
  );
}
