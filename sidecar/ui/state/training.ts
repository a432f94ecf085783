import { computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import type { RequestError } from "../rpc.js";
import { folder, room, runId } from "./address.js";

export type RunRow = Methods["training/runs"]["result"]["runs"][number];
export type Run = Methods["training/run"]["result"];

/** All runs of this machine, the latest first. */
export const runs = signal<RunRow[]>([]);
/** False until the list was read once. */
export const runsKnown = signal(false);
/** Waiting runs, in the order in which they will start. */
export const waiting = signal<number[]>([]);
export const paused = signal(false);
/** The run whose failure paused the queue. */
export const pausedBy = signal<number | null>(null);
export const pausesOnFailure = signal(false);
export const runsError = signal<RequestError | null>(null);
/** The run that is shown, with all that is known of it. */
export const run = signal<Run | null>(null);
/** The run that the shown one goes on from: its curve comes before. */
export const parentRun = signal<Run | null>(null);
export const runError = signal<RequestError | null>(null);
/** Why the last button did not do what it says. */
export const actionError = signal<RequestError | null>(null);

export const running = computed(() => runs.value.find(({ state }) => state === "running") ?? null);
/** Taken out of the queue before it began: nothing of it is worth showing by itself. */
const neverBegan = ({ state, started }: RunRow): boolean => state === "stopped" && started === null;
/** The latest run of the folder; of any, while no folder is open. */
export const latest = computed(
  () =>
    runs.value.find((one) => (folder.value === null || one.folder === folder.value) && !neverBegan(one)) ??
    (folder.value === null ? (runs.value[0] ?? null) : null),
);
/** The chosen run, else the one that runs, else the folder's latest. */
export const shownId = computed(() => runId.value ?? running.value?.id ?? latest.value?.id ?? null);
/** Waiting ones in their order, then all others, the latest first. */
export const listed = computed<RunRow[]>(() => {
  const places = new Map(waiting.value.map((id, index) => [id, index]));
  const place = ({ id }: RunRow): number => places.get(id) ?? Number.MAX_SAFE_INTEGER;
  const queued = runs.value.filter(({ state }) => state === "queued").sort((left, right) => place(left) - place(right));
  const active = runs.value.filter(({ state }) => state === "running");
  const ended = runs.value.filter(({ state }) => state !== "queued" && state !== "running");
  return [...active, ...queued, ...ended];
});

export const hasEnded = ({ state }: Pick<RunRow, "state">): boolean => state !== "queued" && state !== "running";

/** 0 to 1. */
export const partDone = ({ progress, steps, state }: RunRow): number =>
  state === "succeeded" ? 1 : steps === 0 ? 0 : Math.min(1, progress.step / steps);

/** Seconds that a run took, or takes so far; null before it began. */
export function secondsOf({ started, ended }: RunRow, now = Date.now()): number | null {
  if (started === null) return null;
  return Math.max(0, ((ended === null ? now : Date.parse(ended)) - Date.parse(started)) / 1000);
}

export function showRun(id: number): void {
  runId.value = id;
  room.value = "training";
}

export const startId = "train-start";

/** Leads to where a training is started. */
export function goToStart(): void {
  room.value = "training";
  // The room may have to be drawn first.
  requestAnimationFrame(() => {
    const section = document.getElementById(startId);
    section?.scrollIntoView({ block: "start" });
    section?.focus({ preventScroll: true });
  });
}
