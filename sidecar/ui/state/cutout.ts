import { batch, computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call } from "../rpc.js";
import { recursive } from "./address.js";
import { attempt, canPreview, cutoutForm, modelOf, settingsOf } from "./cutout-form.js";
import { pictures, readFolder, scan, selected } from "./dataset.js";
import { type Job, jobs } from "./jobs.js";

export type CutoutReport = Methods["dataset/cutoutReport"]["result"];
export type CutoutPicture = CutoutReport["pictures"][number];

/** The picture that is looked at; null for the selected or the first one. */
export const lookedAt = signal<string | null>(null);
export const preview = signal<{ path: string; key: string; doubt: number } | null>(null);
export const previewing = signal(false);
export const report = signal<CutoutReport | null>(null);
/** True while results are shown, false while settings are. */
export const showsResults = signal(false);
/** The original that is to be done again, or null for all pictures. */
export const redoing = signal<string | null>(null);
export const tagsChanged = signal(false);
const started = signal<number | null>(null);

export const previewed = computed(() => {
  const found = pictures.value.find(({ path }) => path === (redoing.value ?? lookedAt.value));
  return found ?? selected.value ?? pictures.value[0] ?? null;
});
export const cutoutJob = computed<Job | null>(() => jobs.value.find(({ jobId }) => jobId === started.value) ?? null);

let asked = 0;

/** What the settings make of the picture; the last question wins. */
export async function askPreview(): Promise<void> {
  const picture = previewed.value;
  asked += 1;
  const mine = asked;
  if (picture === null || !canPreview.value) {
    preview.value = null;
    previewing.value = false;
    return;
  }
  previewing.value = true;
  const form = cutoutForm.value;
  await attempt(async () => {
    const params = { picture: picture.path, model: modelOf(form), settings: settingsOf(form) };
    const made = await call("dataset/cutoutPreview", params);
    if (mine === asked) preview.value = { path: picture.path, key: made.preview, doubt: made.doubt };
  });
  if (mine === asked) previewing.value = false;
}

async function readReport(jobId: number): Promise<void> {
  await attempt(async () => {
    const found = await call("dataset/cutoutReport", { jobId });
    if (found.folder === scan.value?.folder) report.value = found;
  });
}

/** The folder's last cut-out, if the last one was this folder's. */
export async function findLastCutout(): Promise<void> {
  if (report.value && report.value.folder !== scan.value?.folder) {
    report.value = null;
    showsResults.value = false;
  }
  const last = jobs.value.find(({ kind }) => kind === "cutout");
  if (!last) return;
  await readReport(last.jobId);
  if (report.value && last.state === "running") started.value = last.jobId;
}

export async function startCutout(): Promise<void> {
  const folder = scan.value?.folder;
  if (folder === undefined) return;
  const form = cutoutForm.value;
  const again = redoing.value;
  const output = report.value?.output ?? null;
  const place = form.output.trim() === "" ? {} : { output: form.output.trim() };
  await attempt(async () => {
    const { jobId } = await call("dataset/cutout", {
      folder,
      recursive: recursive.value,
      model: modelOf(form),
      settings: settingsOf(form),
      masks: form.masks,
      ...(again === null || report.value === null
        ? { beside: form.beside, ...place }
        : { pictures: [again], redoOf: report.value.jobId, ...(output === null ? { beside: true } : { output }) }),
    });
    batch(() => {
      started.value = jobId;
      tagsChanged.value = false;
    });
  });
}

/** What follows when the job ended: its results are shown, and the folder is read anew. */
export async function endCutout({ jobId }: Job): Promise<void> {
  await readReport(jobId);
  batch(() => {
    started.value = null;
    redoing.value = null;
    showsResults.value = report.value !== null;
  });
  await readFolder();
}

export async function acceptCutouts(originals: string[] | null): Promise<void> {
  const shown = report.value;
  if (!shown) return;
  await attempt(async () => {
    await call("dataset/cutoutAccept", { jobId: shown.jobId, ...(originals === null ? {} : { pictures: originals }) });
  });
  await readReport(shown.jobId);
}

/** Changes the new set's captions as proposed, in one step of its own history. */
export async function applyTags(): Promise<void> {
  const shown = report.value;
  if (!shown?.tags || shown.output === null) return;
  const { output, tags, jobId } = shown;
  const names = shown.pictures
    .filter(({ state }) => state === "done")
    .map(({ after }) => after.slice(output.length + 1).replaceAll("\\", "/"));
  await attempt(async () => {
    await call("captions/edit", {
      folder: output,
      recursive: true,
      names,
      edits: [
        ...(tags.remove.length > 0 ? [{ kind: "remove" as const, tags: tags.remove }] : []),
        { kind: "add" as const, tags: tags.add, at: "last" as const },
      ],
    });
    tagsChanged.value = true;
  });
  await readReport(jobId);
}
