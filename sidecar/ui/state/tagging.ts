import { computed, effect, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { folder, recursive } from "./address.js";
import { pictures, readFolder } from "./dataset.js";
import { type Job, jobs } from "./jobs.js";
import { words } from "./look.js";

export type Report = Methods["tagging/report"]["result"];
export type Existing = NonNullable<Methods["tagging/start"]["params"]["existing"]>;
export const existingModes: Existing[] = ["skip", "only-empty", "overwrite", "append", "prepend"];

export const modelFolder = signal<string | null>(null);
export const general = signal(0.35);
export const character = signal(0.85);
export const existing = signal<Existing>("skip");
export const output = signal("");
export const exclude = signal("");
export const add = signal("");

const answered = signal<Report | null>(null);
/** What the newest run did, if it was about the pictures on the wall. */
export const report = computed<Report | null>(() => {
  const here = new Set(pictures.value.map(({ path }) => path));
  return answered.value?.images.some(({ path }) => here.has(path)) ? answered.value : null;
});
export const taggingError = signal<RequestError | null>(null);
export const notice = signal<string | null>(null);
const jobOfFolder = signal<{ folder: string; jobId: number } | null>(null);

/** What the run will touch, from what is on the wall. */
export const effectOfRun = computed(() => {
  const texts = pictures.value.map(({ caption }) => caption);
  const missing = texts.filter((text) => text === null).length;
  const empty = texts.filter((text) => text !== null && text.trim() === "").length;
  return { missing, empty, present: texts.length - missing };
});

const list = (text: string): string[] =>
  text
    .split(/[,、]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");

async function attempt(work: () => Promise<void>): Promise<void> {
  taggingError.value = null;
  notice.value = null;
  try {
    await work();
  } catch (error) {
    if (error instanceof RequestError) taggingError.value = error;
    else throw error;
  }
}

export const startTagging = (): Promise<void> =>
  attempt(async () => {
    if (folder.value === null) return;
    answered.value = null;
    const { jobId } = await call("tagging/start", {
      folder: folder.value,
      generalThreshold: general.value,
      characterThreshold: character.value,
      existing: existing.value,
      recursive: recursive.value,
      output: output.value.trim() === "" ? null : output.value.trim(),
      exclude: list(exclude.value),
      add: list(add.value),
      ...(modelFolder.value ? { model: modelFolder.value } : {}),
    });
    jobOfFolder.value = { folder: folder.value, jobId };
  });

export const undoLast = (): Promise<void> =>
  attempt(async () => {
    if (folder.value === null) return;
    const undone = await call("captions/undo", { folder: folder.value });
    const { tagging } = words.value;
    notice.value = tagging.undone(tagging.stepNames[undone.name] ?? undone.name, undone.written.length);
    await readFolder();
  });

/** The job whose results belong on the page: started here, or the newest one whose pictures are of this folder. */
const shownJob = computed(() => {
  const mine = jobOfFolder.value;
  const known =
    mine && mine.folder === folder.value ? mine.jobId : jobs.value.find(({ kind }) => kind === "tag")?.jobId;
  return jobs.value.find(({ jobId }) => jobId === known) ?? null;
});

let seenRunning: number | null = null;

async function readReport({ jobId }: Job): Promise<void> {
  answered.value = await call("tagging/report", { jobId });
  // The captions on the wall changed while it ran; at a reload they have just been read.
  if (seenRunning === jobId) await readFolder();
  seenRunning = null;
}

effect(() => {
  const job = shownJob.value;
  if (job?.state === "running") seenRunning = job.jobId;
  // A lost connection is no loss: the jobs are asked anew when it is back, and this runs again.
  else if (job) void readReport(job).catch(() => {});
});
