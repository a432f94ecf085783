import { computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import type { RequestError } from "../rpc.js";
import { comparedIds } from "./address.js";
import { keep, kept } from "./kept.js";
import { hasEnded, runs, shownId } from "./training.js";

export type RunCurves = Methods["training/curves"]["result"]["runs"][number];
export type Curve = RunCurves["curves"][number];
export type Card = Methods["training/gpu"]["result"]["cards"][number];

/** More lines than these cannot be told apart. */
export const MOST_COMPARED = 5;
const MOST_SMOOTHING = 0.98;

/** What the event files of the shown run and of those beside it hold, by id. */
export const curves = signal<ReadonlyMap<number, RunCurves>>(new Map());
export const curvesError = signal<RequestError | null>(null);
/** What the cards do while something is trained; empty without nvidia-smi. */
export const cards = signal<Card[]>([]);

const storedSmoothing = Number(kept("loss-smoothing") ?? Number.NaN);
export const smoothing = signal(storedSmoothing >= 0 && storedSmoothing <= MOST_SMOOTHING ? storedSmoothing : 0.6);
export const logarithmic = signal(kept("loss-scale") === "log");
export { MOST_SMOOTHING };

export function smoothBy(weight: number): void {
  smoothing.value = weight;
  keep("loss-smoothing", String(weight));
}

export function scaleBy(isLogarithmic: boolean): void {
  logarithmic.value = isLogarithmic;
  keep("loss-scale", isLogarithmic ? "log" : "linear");
}

/** The part of the steps that the charts show; null: all. */
export const zoom = signal<readonly [from: number, to: number] | null>(null);

/** Runs that have a curve to lie beside the shown one. */
export const comparable = computed(() =>
  runs.value.filter(({ id, started, progress }) => id !== shownId.value && started !== null && progress.step > 0),
);

/** The runs that lie beside the shown one, in the order in which they were chosen. */
export const compared = computed(() => {
  const known = new Set(comparable.value.map(({ id }) => id));
  return comparedIds.value.filter((id) => known.has(id)).slice(0, MOST_COMPARED);
});

export function compareWith(id: number, wanted: boolean): void {
  const others = comparedIds.value.filter((one) => one !== id);
  comparedIds.value = wanted ? [...others, id] : others;
}

/** True while one of the runs whose curves are shown still draws. */
export const isDrawing = computed(() => {
  const shown = new Set([shownId.value, ...compared.value]);
  return runs.value.some((row) => shown.has(row.id) && !hasEnded(row));
});
