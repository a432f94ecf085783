import { signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { panel } from "./panels.js";
import { runs, shownId } from "./training.js";

export type ComparedRuns = Methods["training/compare"]["result"];

/** The two runs that are compared, the earlier one first. */
export const comparedRuns = signal<[number, number] | null>(null);
export const runsCompared = signal<ComparedRuns | null>(null);
export const runsCompareError = signal<RequestError | null>(null);

let asked = 0;

/** Compares two runs; the last question counts. */
export async function compareRuns(before: number, after: number): Promise<void> {
  asked += 1;
  const mine = asked;
  comparedRuns.value = [before, after];
  runsCompared.value = null;
  runsCompareError.value = null;
  if (before === after) return;
  try {
    const found = await call("training/compare", { ids: [before, after] });
    if (mine === asked) runsCompared.value = found;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked) runsCompareError.value = error;
  }
}

/** Runs that have begun: of others there is nothing to compare. */
export const comparable = () => runs.value.filter(({ started }) => started !== null);

/** Opens the comparison of the shown run with the one before it, of the same folder where there is one. */
export function openCompareRuns(): void {
  const all = comparable();
  const shown = all.find(({ id }) => id === shownId.value) ?? all[0];
  const others = all.filter(({ id }) => id !== shown?.id);
  const earlier = others.filter(({ id }) => id < (shown?.id ?? 0));
  const other = earlier.find(({ folder }) => folder === shown?.folder) ?? earlier[0] ?? others[0];
  if (!shown || !other) return;
  panel.value = "compareRuns";
  void compareRuns(Math.min(other.id, shown.id), Math.max(other.id, shown.id));
}
