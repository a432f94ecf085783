import { computed, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, onOpen, RequestError } from "../rpc.js";
import { choice, choose, defaultThresholds, followThresholds, threshold, usual } from "./choice.js";
import { type Job, jobs } from "./jobs.js";
import { firstModel, model, models } from "./tagging.js";

export type Model = Methods["tagging/models"]["result"]["models"][number];

export const downloadError = signal<RequestError | null>(null);

/** Chooses a model, or the folder of one; thresholds that were not touched become those of the new one. */
export function chooseModel(wanted: string): void {
  const thresholdsOf = (name: string | null) =>
    models.value.find((one) => one.model === name)?.thresholds ?? defaultThresholds;
  const [before, after] = [thresholdsOf(firstModel.value ?? null), thresholdsOf(wanted)];
  const { general, character } = threshold.value;
  if (general === before.general && character === before.character) {
    choose({ thresholds: { ...choice.value.thresholds, ...after } });
  }
  model.value = wanted;
  downloadError.value = null;
}

export const downloadOf = ({ jobId }: Model): Job | null =>
  jobs.value.find((job) => job.jobId === jobId && job.state === "running") ?? null;

async function readModels(): Promise<void> {
  models.value = (await call("tagging/models", {})).models;
}

export async function downloadModel(name: string): Promise<void> {
  downloadError.value = null;
  try {
    await call("tagging/download", { model: name });
    await readModels();
  } catch (error) {
    if (error instanceof RequestError) downloadError.value = error;
    else throw error;
  }
}

/** Jobs that may have brought a model, or may be bringing one. */
const changes = computed(() =>
  jobs.value
    .filter(({ kind }) => kind === "download" || kind === "tag")
    .map(({ jobId, state }) => `${jobId}:${state}`)
    .join(" "),
);

/** Keeps the list of models: read at each connection, and anew when a job that touches it begins or ends. */
export function followModels(): void {
  onOpen(() => void readModels().catch(() => {}));
  effect(() => {
    const own = models.value.find((one) => one.model === usual.value.model)?.thresholds;
    untracked(() => followThresholds(own));
  });
  let known: string | null = null;
  effect(() => {
    const now = changes.value;
    // The connection may go meanwhile; then the list is read when it is back.
    if (known !== null && known !== now) void untracked(readModels).catch(() => {});
    known = now;
  });
}
