import { batch, computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, onJobChange, onOpen } from "../rpc.js";

export type Job = Methods["job/get"]["result"];

export const jobs = signal<Job[]>([]);
/** False until the list was read once. */
export const listed = signal(false);
export const runningJobs = computed(() => jobs.value.filter(({ state }) => state === "running"));
/** The tagging job that runs; downloads beside it hinder nobody. */
export const runningJob = computed(() => runningJobs.value.find(({ kind }) => kind === "tag") ?? null);
export const lastJob = computed(() => jobs.value[0] ?? null);

interface Pace {
  since: number;
  from: number;
  unit: "items" | "bytes";
}

/** When this page first saw each running job, and how far it was then. */
const paces = new Map<number, Pace>();

const unitOf = ({ amount }: Job): Pace["unit"] => amount?.unit ?? "items";
const finished = ({ done, failed, amount }: Job): number => amount?.done ?? done + failed;

/** Items a second, or bytes a second while a job tells its amount. */
export function rateOf(job: Job, now: number): number | null {
  const seen = paces.get(job.jobId);
  if (seen?.unit !== unitOf(job)) return null;
  const seconds = (now - seen.since) / 1000;
  const done = finished(job) - seen.from;
  return seconds < 0.5 || done < 1 ? null : done / seconds;
}

function put(job: Job): void {
  const known = jobs.value.find(({ jobId }) => jobId === job.jobId);
  if (known && known.revision > job.revision) return;
  if (job.state !== "running") paces.delete(job.jobId);
  else if (paces.get(job.jobId)?.unit !== unitOf(job)) {
    paces.set(job.jobId, { since: performance.now(), from: finished(job), unit: unitOf(job) });
  }
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
    for (const { jobId } of runningJobs.value) void ask(jobId);
  });
}
