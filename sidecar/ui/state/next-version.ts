import { batch, signal } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, RequestError } from "../rpc.js";
import { folder, room } from "./address.js";
import { openFolder } from "./dataset.js";
import { panel } from "./panels.js";
import { showPlan } from "./plan.js";

export type NextVersion = Methods["lineage/next"]["result"];
type Asked = Methods["lineage/next"]["params"];

export const nextVersion = signal<NextVersion | null>(null);
export const nextError = signal<RequestError | null>(null);
/** Captions that were changed just now; null: none yet. */
export const changedCaptions = signal<number | null>(null);
export const changingCaptions = signal(false);

let asked = 0;

/** Works out the next version of a run, or of the run that a sweep tried; nothing is written. */
export async function openNextVersion(of: Asked): Promise<void> {
  asked += 1;
  const mine = asked;
  batch(() => {
    nextVersion.value = null;
    nextError.value = null;
    changedCaptions.value = null;
    panel.value = "nextVersion";
  });
  try {
    const found = await call("lineage/next", of);
    if (mine === asked) nextVersion.value = found;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked) nextError.value = error;
  }
}

/** Changes the captions as they were shown; refused where they changed meanwhile. */
export async function changeProposedCaptions(): Promise<void> {
  const wanted = nextVersion.value?.captions;
  if (!wanted || changingCaptions.value) return;
  changingCaptions.value = true;
  try {
    const { folder: where, edits, digest } = wanted;
    const done = await call("captions/edit", { folder: where, recursive: true, edits, expect: digest });
    changedCaptions.value = done.captions;
    nextError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    nextError.value = error;
  } finally {
    changingCaptions.value = false;
  }
}

/** Opens the plan in its room, where it is kept as a plan of its own. */
export function openNextPlan(): void {
  const next = nextVersion.value;
  if (next === null) return;
  const where = next.folder ?? folder.value;
  batch(() => {
    panel.value = null;
    if (where !== null && folder.value !== where) openFolder(where);
    showPlan({ plan: next.plan, concept: next.concept, reasons: next.reasons, folder: where });
    room.value = "planning";
  });
}
