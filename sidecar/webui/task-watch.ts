import { setTimeout as wait } from "node:timers/promises";
import { reportError, type StudioError } from "../host/studio-error.js";
import type { PressedButton } from "./drawing.js";
import { askWebui, type WebuiAddress } from "./http-request.js";

/** Patience with a WebUI, in milliseconds. */
export interface Patience {
  /** Between two looks; each costs it a little while it draws. */
  lookMs: number;
  /** Without any movement of what it draws. A large checkpoint on a slow disk takes minutes. */
  stillMs: number;
  /** Without an answer. */
  silentMs: number;
}

export const usualPatience: Patience = { lookMs: 1000, stillMs: 600_000, silentMs: 90_000 };

/** Where a task of ours is. "unknown": this WebUI does not tell. */
type TaskPlace = "queued" | "drawing" | "elsewhere" | "unknown";

export interface TaskLook {
  place: TaskPlace;
  /** 0–1 while it is drawn. */
  part: number;
  /** Changes when anything moves in the WebUI. */
  sign: string;
}

/** A WebUI's state keeps these until the next job begins. */
function pressedIn(state: unknown): PressedButton | null {
  const { interrupted, skipped, stopping_generation: stopping } = Object(state);
  if (interrupted === true) return "interrupt";
  if (skipped === true) return "skip";
  return stopping === true ? "stopAfter" : null;
}

/** The state of what is being drawn, whosever it is. */
export async function webuiState(address: WebuiAddress, signal: AbortSignal) {
  const answer = await askWebui(address, {
    method: "GET",
    path: "/sdapi/v1/progress?skip_current_image=true",
    signal,
  });
  const { progress, state } = Object(answer);
  const { job, job_count: jobs, job_timestamp: began } = Object(state);
  return {
    isDrawing: (typeof job === "string" && job !== "") || Number(jobs) > 0,
    began: typeof began === "string" ? began : null,
    pressed: pressedIn(state),
    part: Number.isFinite(progress) ? Number(progress) : 0,
    sign: JSON.stringify([progress, state]),
  };
}

/** Asks where a task is. Only the page's own route knows tasks; a WebUI without a page has none. */
export async function lookAtTask(address: WebuiAddress, task: string, signal: AbortSignal): Promise<TaskLook> {
  const body = { id_task: task, live_preview: false };
  // A WebUI whose page wants a login may refuse it here; its API may still be open.
  const answer = await askWebui(address, { method: "POST", path: "/internal/progress", body, signal }).catch(
    (error) => {
      if (reportError(error).code === "offline" || signal.aborted) throw error;
      return null;
    },
  );
  const { active, queued, progress } = Object(answer);
  if (active === true) {
    return { place: "drawing", part: Number(progress) || 0, sign: `drawing ${progress}` };
  }
  const { part, sign } = await webuiState(address, signal);
  if (typeof active !== "boolean") return { place: "unknown", part, sign };
  return { place: queued === true ? "queued" : "elsewhere", part: 0, sign };
}

interface Watch {
  look(signal: AbortSignal): Promise<TaskLook>;
  onLook(look: TaskLook): void;
  /** The error when it is given up. */
  lost(why: string): StudioError;
  /** Ends the watch. */
  ended: AbortSignal;
  patience: Patience;
}

/**
 * Looks at a task until `ended` aborts. Rejects with what `lost` makes when the WebUI is silent, or nothing in it has moved, for
 * longer than the patience.
 */
export async function watchTask({ look, onLook, lost, ended, patience }: Watch): Promise<void> {
  let sign = "";
  let moved = performance.now();
  let heard = performance.now();
  while (!ended.aborted) {
    await wait(patience.lookMs, undefined, { signal: ended }).catch(() => {});
    if (ended.aborted) return;
    const now = performance.now();
    try {
      const seen = await look(AbortSignal.any([ended, AbortSignal.timeout(patience.silentMs)]));
      heard = performance.now();
      if (seen.sign !== sign) moved = heard;
      sign = seen.sign;
      onLook(seen);
    } catch {
      if (ended.aborted) return;
    }
    if (now - heard > patience.silentMs) throw lost("it fell silent while it drew");
    if (now - moved > patience.stillMs) throw lost("nothing has moved in it for minutes");
  }
}
