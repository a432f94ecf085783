import { computed, effect, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { folder, recursive } from "./address.js";
import { pictures, readFolder } from "./dataset.js";
import { jobs } from "./jobs.js";
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

export const report = signal<Report | null>(null);
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
    report.value = null;
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

async function readReport(jobId: number): Promise<void> {
  const answer = await call("tagging/report", { jobId });
  const here = new Set(pictures.value.map(({ path }) => path));
  report.value = answer.images.some(({ path }) => here.has(path)) ? answer : null;
}

effect(() => {
  const job = shownJob.value;
  if (!job || folder.value === null || job.state === "running") return;
  // The captions on the wall changed with the job's end.
  void readReport(job.jobId).then(readFolder, () => {});
});
