import { batch, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { loraFile, versus } from "./address.js";
import { panel } from "./panels.js";
import type { SweepSettings } from "./sweep.js";
import { change, planSweep, settings } from "./sweep-draft.js";
import type { RunCurves } from "./training-curves.js";

export type Versions = Methods["lineage/compare"]["result"];
type SideParams = Methods["lineage/compare"]["params"]["sides"][number];

/** The comparison that the address names; null until it is known. */
export const versions = signal<Versions | null>(null);
export const versionsError = signal<RequestError | null>(null);
/** Curves of the two runs, in the order of the sides; empty where there are none. */
export const versionCurves = signal<readonly RunCurves[]>([]);
/** Which strength is looked at; null: the one in the middle. */
export const shownStrength = signal<number | null>(null);
/** In one place, flipped, instead of side by side. */
export const inOnePlace = signal(false);
/** Which of the two is shown in one place. */
export const shownSide = signal<0 | 1>(1);

/** `run:3` names a run, all else a file. */
function sideOf(text: string): SideParams {
  const [, run] = /^run:([1-9]\d*)$/.exec(text) ?? [];
  return run === undefined ? { path: text } : { run: Number(run) };
}

let asked = 0;

async function readVersions(first: string, second: string): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const found = await call("lineage/compare", { sides: [sideOf(first), sideOf(second)] });
    if (mine !== asked) return;
    versions.value = found;
    const ids = found.sides.flatMap(({ run }) => run ?? []);
    if (ids.length !== 2 || ids[0] === ids[1]) return;
    const { runs } = await call("training/curves", { ids });
    if (mine === asked) versionCurves.value = ids.flatMap((id) => runs.find((one) => one.id === id) ?? []);
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked && error.code !== "disconnected") versionsError.value = error;
  }
}

/** Opens the sweep that would make the comparison fair, filled in. */
export async function drawFairly(wanted: SweepSettings): Promise<void> {
  panel.value = null;
  await planSweep({
    files: wanted.loras,
    rehearsal: wanted.rehearsal,
    ...(wanted.folder === null ? {} : { folder: wanted.folder }),
  });
  if (settings.value !== null) change(wanted);
}

export function followVersions(): void {
  effect(() => {
    const [first, second] = [loraFile.value, versus.value];
    const isOpen = connectionState.value === "open";
    untracked(() => {
      batch(() => {
        versions.value = null;
        versionsError.value = null;
        versionCurves.value = [];
        shownStrength.value = null;
      });
      if (first !== null && second !== null && isOpen) void readVersions(first, second);
    });
  });
}
