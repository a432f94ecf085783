import { computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { panel } from "./panels.js";

type Samples = Methods["training/samples"]["result"];
export type SampleMoment = Samples["rows"][number];
export type Sample = SampleMoment["pictures"][number];

const found = signal<{ id: number; samples: Samples } | null>(null);
export const samplesError = signal<RequestError | null>(null);

let asked = 0;

/** Reads the sample pictures that a run has by now. */
export async function readSamples(id: number): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const samples = await call("training/samples", { id });
    if (mine !== asked) return;
    found.value = { id, samples };
    samplesError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked && error.code !== "disconnected") samplesError.value = error;
  }
}

export const samplesOf = (id: number): Samples | null => (found.value?.id === id ? found.value.samples : null);

export const momentKey = ({ step, epoch }: SampleMoment): string => `${step} ${epoch}`;

/** The picture that is shown large, by its moment and prompt: rows come while one looks. */
export const shownSample = signal<{ moment: string; prompt: number } | null>(null);
/** The moment that the large picture is compared with. */
export const besideMoment = signal<string | null>(null);

export const shownSamples = computed(() => found.value?.samples ?? null);

export function openSample(moment: SampleMoment, prompt: number): void {
  shownSample.value = { moment: momentKey(moment), prompt };
  panel.value = "sample";
}

/** Columns: the prompts of the file, and what was drawn beyond them. */
export const columnsOf = ({ prompts, rows }: Samples): number =>
  Math.max(prompts.length, ...rows.flatMap(({ pictures }) => pictures.map(({ prompt }) => prompt + 1)));

/** Goes to the next picture in a direction, over places where nothing was drawn. */
export function moveSample(down: number, right: number): void {
  const [samples, shown] = [shownSamples.value, shownSample.value];
  if (!samples || !shown) return;
  const columns = columnsOf(samples);
  let row = samples.rows.findIndex((one) => momentKey(one) === shown.moment);
  let { prompt } = shown;
  for (;;) {
    row += down;
    prompt += right;
    const moment = samples.rows[row];
    if (!moment || prompt < 0 || prompt >= columns) return;
    if (!moment.pictures.some((one) => one.prompt === prompt)) continue;
    shownSample.value = { moment: momentKey(moment), prompt };
    return;
  }
}
