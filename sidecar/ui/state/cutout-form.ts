import { batch, computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { type Job, jobs } from "./jobs.js";

export type CutoutModel = Methods["dataset/cutoutModels"]["result"]["models"][number];
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
export const chosenModel = computed(
  () => cutoutModels.value.find(({ name }) => name === cutoutForm.value.model) ?? null,
);
export const downloadOfCutout = ({ jobId }: CutoutModel): Job | null =>
  jobs.value.find((job) => job.jobId === jobId && job.state === "running") ?? null;
/** Nothing hinders it: the model is here, or a file is named. */
export const canPreview = computed(() =>
  cutoutForm.value.model === "" ? cutoutForm.value.file.trim() !== "" : chosenModel.value?.state === "here",
);

/** As the methods want them. */
export function settingsOf(form: CutoutForm): Settings {
  const { foreground, ground, erode } = form;
  return {
    background: form.background === "colour" ? form.colour : form.background,
    threshold: form.hard ? form.hardFrom / 100 : null,
    despeckle: form.despeckle / 1000,
    matting: form.matting ? { foreground, background: ground, erode } : null,
    decontaminate: form.decontaminate,
  };
}

/** The model's name or file. */
export const modelOf = ({ model, file }: CutoutForm): string => (model === "" ? file.trim() : model);

/** Does it, and keeps a refusal for the dialog. */
export async function attempt(work: () => Promise<void>): Promise<void> {
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
