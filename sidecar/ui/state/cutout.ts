import { batch, computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { recursive } from "./address.js";
import { pictures, readFolder, scan, selected } from "./dataset.js";
import { type Job, jobs } from "./jobs.js";

export type CutoutModel = Methods["dataset/cutoutModels"]["result"]["models"][number];
export type CutoutReport = Methods["dataset/cutoutReport"]["result"];
export type CutoutPicture = CutoutReport["pictures"][number];
type Settings = NonNullable<Methods["dataset/cutout"]["params"]["settings"]>;

export interface CutoutForm {
  /** A model's name, or "" for a file. */
  model: string;
  file: string;
  background: "transparent" | "white" | "colour";
  colour: string;
  hard: boolean;
  /** Percent. */
  hardFrom: number;
  /** Per mille of the picture. */
  despeckle: number;
  matting: boolean;
  foreground: number;
  ground: number;
  erode: number;
  decontaminate: boolean;
  beside: boolean;
  masks: boolean;
  output: string;
}

export const cutoutForm = signal<CutoutForm>({
  model: "",
  file: "",
  background: "transparent",
  colour: "#00b140",
  hard: false,
  hardFrom: 50,
  despeckle: 1,
  matting: false,
  foreground: 240,
  ground: 10,
  erode: 10,
  decontaminate: true,
  beside: false,
  masks: false,
  output: "",
});
export const cutoutModels = signal<CutoutModel[]>([]);
export const cutoutError = signal<RequestError | null>(null);
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
export const chosenModel = computed(
  () => cutoutModels.value.find(({ name }) => name === cutoutForm.value.model) ?? null,
);
export const downloadOfCutout = ({ jobId }: CutoutModel): Job | null =>
  jobs.value.find((job) => job.jobId === jobId && job.state === "running") ?? null;
/** Nothing hinders it: the model is here, or a file is named. */
export const canPreview = computed(() =>
  cutoutForm.value.model === "" ? cutoutForm.value.file.trim() !== "" : chosenModel.value?.state === "here",
);

function settingsOf(form: CutoutForm): Settings {
  const { foreground, ground, erode } = form;
  return {
    background: form.background === "colour" ? form.colour : form.background,
    threshold: form.hard ? form.hardFrom / 100 : null,
    despeckle: form.despeckle / 1000,
    matting: form.matting ? { foreground, background: ground, erode } : null,
    decontaminate: form.decontaminate,
  };
}

const modelOf = ({ model, file }: CutoutForm): string => (model === "" ? file.trim() : model);

/** Does it, and keeps a refusal for the dialog. */
async function attempt(work: () => Promise<void>): Promise<void> {
  try {
    await work();
    cutoutError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    cutoutError.value = error;
  }
}

export async function readCutoutModels(): Promise<void> {
  await attempt(async () => {
    const { models } = await call("dataset/cutoutModels", {});
    const usual = models.find(({ state, builtIn }) => state === "here" && !builtIn) ?? models[0];
    const { model, file } = cutoutForm.value;
    batch(() => {
      cutoutModels.value = models;
      if (model === "" && file === "" && usual) cutoutForm.value = { ...cutoutForm.value, model: usual.name };
    });
  });
}

export async function downloadCutoutModel(model: string): Promise<void> {
  await attempt(async () => void (await call("dataset/cutoutDownload", { model })));
  await readCutoutModels();
}

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
