import { computed, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import type { RequestError } from "../rpc.js";
import { folder, room, sweepCell, sweepForm, sweepId } from "./address.js";

export type SweepSettings = Methods["sweep/propose"]["result"]["settings"];
export type SweepRow = Methods["sweep/list"]["result"]["sweeps"][number];
export type Sweep = Methods["sweep/get"]["result"];
export type SweepCell = Methods["sweep/cells"]["result"]["cells"][number];
export type SweepReport = Methods["sweep/report"]["result"];
export type CellScores = Methods["sweep/scores"]["result"]["cells"][number];

export { sweepCell as selectedCell, sweepForm, sweepId } from "./address.js";

/** All sweeps of this machine, the latest first. */
export const sweeps = signal<SweepRow[]>([]);
/** False until the list was read once. */
export const sweepsKnown = signal(false);
export const sweepsError = signal<RequestError | null>(null);
/** The sweep that is shown, with all that is known of it. */
export const sweep = signal<Sweep | null>(null);
/** Cells of the shown sweep by their index; another map whenever one of them changed. */
export const cells = signal<ReadonlyMap<number, SweepCell>>(new Map());
/** Scores of the shown sweep's cells by index; empty until they are scored. */
export const scores = signal<ReadonlyMap<number, CellScores>>(new Map());
export const report = signal<SweepReport | null>(null);
export const sweepError = signal<RequestError | null>(null);

export const drawing = computed(() => sweeps.value.find(({ state }) => state === "drawing") ?? null);
/** A training folder holds the folders of pictures (`10_okara`): a sweep names the one, the page may have opened the other. */
const isWithin = (inner: string, outer: string): boolean =>
  inner === outer || (inner.startsWith(outer) && /[\\/]/.test(inner.charAt(outer.length)));

const belongsTo = (one: SweepRow, opened: string): boolean =>
  one.folder !== null && (isWithin(one.folder, opened) || isWithin(opened, one.folder));

/** The latest sweep of the folder; of any, while no folder is open. */
const latestSweep = computed(() => {
  const opened = folder.value;
  return sweeps.value.find((one) => opened === null || belongsTo(one, opened)) ?? null;
});
/** The chosen sweep, else the one that draws, else the folder's latest; none while a new one is planned. */
export const shownSweepId = computed(() =>
  sweepForm.value && sweepId.value === null
    ? null
    : (sweepId.value ?? drawing.value?.id ?? latestSweep.value?.id ?? null),
);
/** Whether the right pane has something to say. */
export const hasSweepDetails = computed(() => sweep.value !== null || sweepForm.value);

export function showSweep(id: number): void {
  if (id !== shownSweepId.value) sweepCell.value = null;
  sweepId.value = id;
  sweepForm.value = false;
  room.value = "sweep";
}

/** The address of a cell's picture: immutable, since its content names it. @param size longest side of a small one */
export const cellPicture = (picture: string, size?: number): string =>
  `files/sweep-picture?${new URLSearchParams({ picture, ...(size ? { size: String(size) } : {}) })}`;
