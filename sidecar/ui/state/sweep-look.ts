import { effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { room, sweepForm, sweepId } from "./address.js";
import type { SweepSettings } from "./sweep.js";
import { sweep } from "./sweep.js";
import { changing, openForm, proposing, settings } from "./sweep-draft.js";

export type SweepLook = Methods["sweep/look"]["result"];

// Who types is not done yet.
const SETTLED_MS = 300;

/** What the form's settings would draw; that of the settings before while they are looked at anew. */
export const looked = signal<SweepLook | null>(null);
export const lookError = signal<RequestError | null>(null);
/** True while the settings are newer than what is told of them. */
export const looking = signal(false);

let asked = 0;

async function look(wanted: SweepSettings): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const answer = await call("sweep/look", { settings: wanted });
    if (mine !== asked) return;
    looked.value = answer;
    lookError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine === asked && error.code !== "disconnected") lookError.value = error;
  } finally {
    if (mine === asked) looking.value = false;
  }
}

/** The resolved values of an axis. */
export const valuesOf = (axis: string) => looked.value?.axes.find(({ id }) => id === axis)?.values ?? [];

/** The settings are looked at whenever they changed; an address that names the form opens it. */
export function followSweepLook(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const wanted = settings.value;
    clearTimeout(timer);
    if (wanted === null) {
      untracked(() => (looked.value = null));
      return;
    }
    if (room.value !== "sweep" || !sweepForm.value || connectionState.value !== "open") return;
    looking.value = true;
    timer = setTimeout(() => void look(wanted), looked.peek() === null ? 0 : SETTLED_MS);
  });
  effect(() => {
    const isWanted = room.value === "sweep" && sweepForm.value && connectionState.value === "open";
    const id = sweepId.value;
    if (!isWanted || proposing.peek() || (settings.value !== null && changing.value === id)) return;
    const shown = sweep.value;
    untracked(() => {
      if (id === null) void openForm(null);
      else if (shown?.id === id) void openForm(shown);
    });
  });
}
