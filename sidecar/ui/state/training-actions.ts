import { signal } from "@preact/signals";
import { call, RequestError } from "../rpc.js";
import { folder, runId } from "./address.js";
import { type Draft, draft } from "./plan.js";
import { propose, proposeError } from "./plan-wishes.js";
import { actionError, pausesOnFailure, running, waiting } from "./training.js";
import { choices } from "./training-choices.js";
import { readRun, readRuns } from "./training-follow.js";

/** True while a button's work is on its way: a second press must not start a second run. */
export const acting = signal(false);

/** Does a button's work, shows why it failed, and reads what became of the runs. */
export async function act(work: () => Promise<void>): Promise<void> {
  if (acting.value) return;
  acting.value = true;
  try {
    await work();
    actionError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    actionError.value = error;
  } finally {
    acting.value = false;
    await readRuns();
    await readRun();
  }
}

export const stopRun = (id: number, when: "now" | "afterSave" | "save"): Promise<void> =>
  act(async () => {
    await call("training/stop", { id, when });
  });

/** Shows a run that was just queued, unless another one runs and is looked at. */
function showNew(id: number): void {
  if (running.value === null) runId.value = id;
}

export const resumeRun = (id: number): Promise<void> =>
  act(async () => showNew((await call("training/resume", { id })).runId));

export const retryRun = (id: number): Promise<void> =>
  act(async () => showNew((await call("training/retry", { id })).runId));

/** Moves a waiting run by so many places. */
export const moveRun = (id: number, by: 1 | -1): Promise<void> =>
  act(async () => {
    const order = [...waiting.value];
    const from = order.indexOf(id);
    if (from < 0 || from + by < 0 || from + by >= order.length) return;
    order.splice(from, 1);
    order.splice(from + by, 0, id);
    // Shown at once; the answer only confirms it.
    waiting.value = order;
    await call("training/queue", { order });
  });

export const pauseQueue = (paused: boolean): Promise<void> =>
  act(async () => {
    await call("training/queue", { paused });
  });

/** Whether a run that fails pauses the queue. */
export const setPauseOnFailure = (pauseOnFailure: boolean): Promise<void> =>
  act(async () => {
    // Shown at once; the answer only confirms it.
    pausesOnFailure.value = pauseOnFailure;
    await call("training/queue", { pauseOnFailure });
  });

/** Lets a run that waits for a time start when its turn comes. */
export const takeTimeAway = (id: number): Promise<void> =>
  act(async () => {
    await call("training/schedule", { id, notBefore: null });
  });

/** What preflight and start are told of a plan. */
export const paramsOf = ({ plan, concept, folder: where }: Draft, rehearsal: boolean) => ({
  plan,
  concept,
  rehearsal,
  whenThere: "rename" as const,
  ...(where === null ? {} : { folder: where }),
  ...choices(),
});

/** True from the press until the run is there: the trainer is asked once more first, which takes seconds. */
export const starting = signal(false);

/** Starts the open plan, or queues it behind what runs. */
export const startRun = (rehearsal: boolean): Promise<void> =>
  act(async () => {
    if (draft.value === null) return;
    starting.value = true;
    try {
      showNew((await call("training/start", paramsOf(draft.value, rehearsal))).runId);
    } finally {
      starting.value = false;
    }
  });

/** From pictures straight to a rehearsal: a plan is proposed first. */
export async function rehearseFolder(): Promise<void> {
  if (folder.value === null) return;
  if (draft.value === null) await propose();
  if (proposeError.value) actionError.value = proposeError.value;
  else await startRun(true);
}
