import { signal } from "@preact/signals";
import { onChanged, type StudioChange } from "../rpc.js";
import { folder, room } from "./address.js";
import { readPresets } from "./choice.js";
import { readFolder, scan, scanning } from "./dataset.js";
import { readMachines } from "./machines.js";
import { readPlans, rereadPlan } from "./plan-store.js";
import { readSettings } from "./settings.js";
import { readSweeps } from "./sweep-follow.js";
import { readRun, readRuns } from "./training-follow.js";

/** Raised when somebody else changed the folder that is shown, while something is being typed here. */
export const changedElsewhere = signal(false);

// Several changes in a row are read once.
const TOGETHER_MS = 250;

const isTyping = (): boolean => {
  const { activeElement } = document;
  return activeElement instanceof HTMLTextAreaElement || activeElement instanceof HTMLInputElement;
};

/** True when one of the folders is the one that is shown, lies in it or holds it. */
function isShown(folders: readonly string[]): boolean {
  const shown = scan.value?.folder ?? folder.value;
  if (shown === null) return false;
  const within = (inner: string, outer: string): boolean =>
    inner === outer || inner.startsWith(`${outer.replace(/[\\/]$/, "")}/`) || inner.startsWith(`${outer}\\`);
  return folders.length === 0 || folders.some((one) => within(one, shown) || within(shown, one));
}

/** What is typed stays: then a line says what happened, and the folder is read when the user wants it. */
async function readShownFolder(): Promise<void> {
  if (isTyping()) changedElsewhere.value = true;
  else await reloadFolder();
}

export async function reloadFolder(): Promise<void> {
  changedElsewhere.value = false;
  if (!scanning.value) await readFolder();
}

/** A plan that nobody edits here is shown as it is now; one that is edited meets the other when it is saved. */
async function readPlan(): Promise<void> {
  await readPlans();
  await rereadPlan();
}

const readers: Record<string, () => Promise<void>> = {
  files: readShownFolder,
  planning: readPlan,
  presets: readPresets,
  training: async () => {
    await readRuns();
    await readRun();
  },
  sweep: readSweeps,
  settings: readSettings,
  machine: readMachines,
};

function partsOf({ room, folders }: StudioChange): string[] {
  if (room === "tagging" && folders.length === 0) return ["presets"];
  if (room === "captions" || room === "dataset" || room === "tagging") return isShown(folders) ? ["files"] : [];
  return room in readers ? [room] : [];
}

/** What another page, a script or the command line changed is shown here too. */
export function followChanges(): void {
  // Who goes to another room types no more.
  room.subscribe(() => {
    if (changedElsewhere.peek()) void reloadFolder();
  });
  const waiting = new Set<string>();
  onChanged((change) => {
    for (const part of partsOf(change)) {
      if (waiting.has(part)) continue;
      waiting.add(part);
      setTimeout(() => {
        waiting.delete(part);
        void readers[part]?.();
      }, TOGETHER_MS);
    }
  });
}
