import type { RunLife } from "../keeper/start-keeper.js";

/** What is known of a run that another machine has. */
export interface AwayFacts {
  /** The record of its end is here. */
  ended: boolean;
  /** It was asked to end. */
  stopAsked: boolean;
  /** The machine has told of it, since it was given to it. */
  begun: boolean;
  /** The machine told that it does not train it, or no more; null when it does. */
  told: "refused" | "vanished" | null;
  /** Milliseconds since the machine was heard of, or since this studio listens; null: it is here. */
  silentMs: number | null;
}

export type AwayState =
  | { kind: "goesOn"; life: RunLife }
  /** It was never begun, and will not be there: it waits again. */
  | { kind: "back" }
  /** It is over, and nothing of its end will come. */
  | { kind: "lost"; stopped: boolean; why: "silent" | "refused" | "vanished" };

// A machine that is not there is not waited for before it has begun.
const BACK_MS = 20_000;
// Whoever wants it to end does not wait for a network.
const STOPPED_MS = 20_000;
/** A network that is away for longer is as good as a machine that is gone; its training is ended when it comes back. */
const LOST_MS = 15 * 60_000;

/** What becomes of a run on another machine. */
export function awayState({ ended, stopAsked, begun, told, silentMs }: AwayFacts): AwayState {
  if (ended) return { kind: "goesOn", life: "ended" };
  if (told === "refused") return { kind: "lost", stopped: false, why: "refused" };
  if (told === "vanished") return { kind: "lost", stopped: stopAsked, why: "vanished" };
  const silent = silentMs ?? 0;
  if (!begun && stopAsked) return { kind: "lost", stopped: true, why: "silent" };
  if (!begun && silent > BACK_MS) return { kind: "back" };
  if (stopAsked && silent > STOPPED_MS) return { kind: "lost", stopped: true, why: "silent" };
  if (silent > LOST_MS) return { kind: "lost", stopped: false, why: "silent" };
  return { kind: "goesOn", life: begun ? "running" : "starting" };
}
