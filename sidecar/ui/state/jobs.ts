import { batch, computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, onJobChange, onOpen } from "../rpc.js";

export type Job = Methods["job/get"]["result"];

export const jobs = signal<Job[]>([]);
/** False until the list was read once. */
export const listed = signal(false);
export const runningJob = computed(() => jobs.value.find(({ state }) => state === "running") ?? null);
export const lastJob = computed(() => jobs.value[0] ?? null);

/** Items a second since this page first saw the job running, with the count it had then. */
const pace = signal<{ jobId: number; since: number; from: number } | null>(null);

const finished = ({ done, failed }: Job): number => done + failed;

export function rateOf(job: Job, now: number): number | null {
  const seen = pace.value;
  if (seen?.jobId !== job.jobId) return null;
  const seconds = (now - seen.since) / 1000;
  const items = finished(job) - seen.from;
  return seconds < 0.5 || items < 1 ? null : items / seconds;
}

function put(job: Job): void {
  const known = jobs.value.find(({ jobId }) => jobId === job.jobId);
  if (known && known.revision > job.revision) return;
  if (job.state === "running" && pace.value?.jobId !== job.jobId) {
    pace.value = { jobId: job.jobId, since: performance.now(), from: finished(job) };
  }
  if (job.state !== "running" && pace.value?.jobId === job.jobId) pace.value = null;
  const others = jobs.value.filter(({ jobId }) => jobId !== job.jobId);
  jobs.value = [job, ...others].sort((left, right) => right.jobId - left.jobId);
}

const asking = new Set<number>();

/** One question at a time for each job: news that come meanwhile are in its answer or bring another one. */
async function ask(jobId: number): Promise<void> {
  if (asking.has(jobId)) return;
  asking.add(jobId);
  try {
    put(await call("job/get", { jobId }));
  } catch {
    // The connection went; it is asked again when it is back.
  } finally {
    setTimeout(() => {
      asking.delete(jobId);
      if (jobs.value.some((job) => job.jobId === jobId && job.state === "running")) void ask(jobId);
    }, 150);
  }
}

export const cancelJob = (jobId: number): Promise<unknown> => call("job/cancel", { jobId });

export function followJobs(): void {
  onJobChange((jobId) => void ask(jobId));
  onOpen(async () => {
    const answer = await call("job/list", {});
    batch(() => {
      for (const job of [...answer.jobs].reverse()) put(job);
      listed.value = true;
    });
    if (runningJob.value) void ask(runningJob.value.jobId);
  });
}
