import { computed, effect, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { panel } from "./panels.js";
import { draft } from "./plan.js";
import { runs } from "./training.js";
import { paramsOf } from "./training-actions.js";
import { readRuns } from "./training-follow.js";

// Who types is not done yet.
const SETTLED_MS = 400;

type Series = Methods["training/series"]["result"];
type Asked = Methods["training/series"]["params"];

export interface Varied {
  /** Of its row, which keeps its input while others go. */
  key: number;
  argument: string;
  values: string;
}

let lastKey = 1;
export const varied = signal<Varied[]>([{ key: 1, argument: "", values: "" }]);
export const rehearses = signal(false);
export const skipsBad = signal(false);
/** The runs there would be; null until they were looked at. */
export const seriesLook = signal<Series | null>(null);
export const seriesError = signal<RequestError | null>(null);
export const seriesBusy = signal(false);

export const complete = computed(() =>
  varied.value.filter(({ argument, values }) => argument.trim() !== "" && values.trim() !== ""),
);

export function addField(): void {
  lastKey += 1;
  varied.value = [...varied.value, { key: lastKey, argument: "", values: "" }];
}
export function removeField(key: number): void {
  varied.value = varied.value.filter((one) => one.key !== key);
}
export function setField(key: number, part: Partial<Varied>): void {
  varied.value = varied.value.map((one) => (one.key === key ? { ...one, ...part } : one));
}

function asked(): Asked | null {
  const shown = draft.value;
  if (shown === null || complete.value.length === 0) return null;
  const { whenThere: _there, ...params } = paramsOf(shown, rehearses.value);
  const vary = complete.value.map(({ argument, values }) => ({ argument: argument.trim(), values }));
  return { ...params, vary };
}

let lookNumber = 0;

async function look(params: Asked): Promise<void> {
  lookNumber += 1;
  const mine = lookNumber;
  seriesBusy.value = true;
  try {
    const answer = await call("training/series", { ...params, dryRun: true });
    if (mine !== lookNumber) return;
    seriesLook.value = answer;
    seriesError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine !== lookNumber) return;
    seriesLook.value = null;
    seriesError.value = error;
  } finally {
    if (mine === lookNumber) seriesBusy.value = false;
  }
}

/** While the dialog is open, what is written is looked at; names that runs took meanwhile are others. */
export function followVary(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const isOpen = panel.value === "vary";
    const params = isOpen ? asked() : null;
    clearTimeout(timer);
    if (params === null) {
      lookNumber += 1;
      seriesBusy.value = false;
      seriesLook.value = null;
      seriesError.value = null;
      return;
    }
    timer = setTimeout(() => void look(params), SETTLED_MS);
  });
}

/** Queues the series and closes the dialog; what speaks against it stays shown there. */
export async function queueSeries(): Promise<void> {
  const params = asked();
  if (params === null || seriesBusy.value) return;
  seriesBusy.value = true;
  try {
    await call("training/series", { ...params, skipBad: skipsBad.value });
    panel.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    seriesError.value = error;
  } finally {
    seriesBusy.value = false;
    await readRuns();
  }
}

/** Runs of a series, in the order in which they were queued. */
export const runsOfSeries = (id: number) =>
  runs.value.filter(({ scheduling }) => scheduling.series?.id === id).sort((left, right) => left.id - right.id);
