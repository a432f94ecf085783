import { computed, effect, signal, untracked } from "@preact/signals";
import type { Methods } from "../../../protocol/generated/methods.js";
import { call, connectionState, RequestError } from "../rpc.js";
import { room } from "./address.js";
import { type Draft, draft, examined } from "./plan.js";
import { listed } from "./training.js";
import { paramsOf } from "./training-actions.js";
import { choices } from "./training-choices.js";

// Who types is not done yet.
const SETTLED_MS = 300;

type Preflight = Methods["training/preflight"]["result"];

/** What was found before a start, for the trainer and for a rehearsal; null until it is known. */
export const preflight = signal<{ real: Preflight; rehearsal: Preflight } | null>(null);
export const preflightError = signal<RequestError | null>(null);
/** Raised when the same plan would be answered otherwise: another trainer was chosen. */
const again = signal(0);
export const lookAgain = (): void => {
  // What was said of the other trainer is not true any more, and asking the new one takes seconds.
  preflight.value = null;
  again.value += 1;
};

let asked = 0;

async function look(shown: Draft): Promise<void> {
  asked += 1;
  const mine = asked;
  try {
    const [real, rehearsal] = await Promise.all([
      call("training/preflight", paramsOf(shown, false)),
      call("training/preflight", paramsOf(shown, true)),
    ]);
    if (mine !== asked) return;
    preflight.value = { real, rehearsal };
    preflightError.value = null;
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (mine !== asked) return;
    preflight.value = null;
    preflightError.value = error;
  }
}

/** The open plan is looked at whenever it changed, while the room is open; runs that come and go take and free names. */
export function followPreflight(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let before: Draft | null = null;
  // The list is read again and again while a run goes on; only what it says of states matters here.
  const runStates = computed(() => listed.value.map(({ id, state }) => `${id}${state}`).join());
  effect(() => {
    const shown = draft.value;
    again.value;
    runStates.value;
    choices();
    // What the rules say of pictures and files may have changed too.
    examined.value;
    clearTimeout(timer);
    // Another plan's findings must not stand under this one's name.
    if (shown?.plan.name !== before?.plan.name || shown === null) untracked(() => (preflight.value = null));
    before = shown;
    if (shown === null || room.value !== "training" || connectionState.value !== "open") return;
    timer = setTimeout(() => void look(shown), preflight.peek() === null ? 0 : SETTLED_MS);
  });
}
