import { setTimeout as wait } from "node:timers/promises";
import type { CardUser } from "../jobs/job-kind.js";
import { mayUseCard } from "./cuda-library.js";
import type { Execution } from "./execution.js";

/** Keeps short work of ours, such as tagging, off the graphics card while something else computes there. */
export interface CardGate {
  /** Who has the card at this moment, for work that cannot wait; null: nobody, or the work would not use it. */
  now(execution: Execution): Promise<CardUser | null>;
  /** For one job of many pictures. @param onBeside told who it waits for, or uses the CPU because of; null: nobody any more */
  lane(execution: Execution, onBeside?: (user: CardUser | null) => void): CardLane;
}

interface CardLane {
  /**
   * Before each picture: null where it is to be computed as asked, else who has the card, and the CPU is to do it. A picture of a
   * WebUI is waited for a while; a training or a sweep lasts, and is not. @throws the signal's reason
   */
  place(signal: AbortSignal): Promise<CardUser | null>;
}

/** Milliseconds. */
interface GatePatience {
  /** Between two looks. */
  lookMs: number;
  /** An answer that comes later counts as none: a WebUI that hangs draws nothing. */
  answerMs: number;
  /** How long a WebUI's picture is waited for. */
  waitMs: number;
  /** The card must have been free for so long before work comes back to it: loading a tagger there costs seconds. */
  freeMs: number;
}

const usualPatience: GatePatience = { lookMs: 1000, answerMs: 2000, waitMs: 15_000, freeMs: 10_000 };

interface GateOptions {
  look(signal: AbortSignal): Promise<CardUser | null>;
  patience?: GatePatience;
  /** Whether an execution could use the card at all. */
  isAsked?(execution: Execution): boolean;
}

export function createCardGate({
  look,
  patience = usualPatience,
  isAsked = ({ provider }) => mayUseCard(provider),
}: GateOptions): CardGate {
  let last: { at: number; user: CardUser | null } | null = null;
  let looking: Promise<CardUser | null> | null = null;
  const user = (): Promise<CardUser | null> => {
    if (last !== null && performance.now() - last.at < patience.lookMs) return Promise.resolve(last.user);
    looking ??= look(AbortSignal.timeout(patience.answerMs))
      .catch(() => null)
      .then((found) => {
        last = { at: performance.now(), user: found };
        looking = null;
        return found;
      });
    return looking;
  };

  const createLane = (onBeside: (user: CardUser | null) => void): CardLane => {
    let onCpuFor: CardUser | null = null;
    let freeSince: number | null = null;
    let deciding: Promise<CardUser | null> | null = null;

    const stayOrComeBack = (found: CardUser | null): CardUser | null => {
      if (found !== null) freeSince = null;
      else freeSince ??= performance.now();
      if (freeSince !== null && performance.now() - freeSince >= patience.freeMs) {
        [onCpuFor, freeSince] = [null, null];
        onBeside(null);
      }
      return onCpuFor;
    };
    const decide = async (signal: AbortSignal): Promise<CardUser | null> => {
      let found = await user();
      if (onCpuFor !== null) return stayOrComeBack(found);
      const began = performance.now();
      if (found !== null) onBeside(found);
      while (found?.by === "webui" && performance.now() - began < patience.waitMs) {
        await wait(patience.lookMs, undefined, { signal });
        found = await user();
      }
      onCpuFor = found;
      onBeside(found);
      return found;
    };
    return {
      place(signal) {
        deciding ??= decide(signal).finally(() => {
          deciding = null;
        });
        return deciding;
      },
    };
  };

  const never: CardLane = { place: async () => null };
  return {
    now: async (execution) => (isAsked(execution) ? user() : null),
    lane: (execution, onBeside = () => {}) => (isAsked(execution) ? createLane(onBeside) : never),
  };
}

/** For work that meets nobody on the card. */
export const noGate: CardGate = { now: async () => null, lane: () => ({ place: async () => null }) };

/** "Tagging runs on the CPU: /webui is drawing." @param work what is computed, with its verb */
export function besideSentence({ by, title }: CardUser, work = "Tagging runs"): string {
  const why = {
    training: `a LoRA is being trained (${title})`,
    sweep: `a sweep is drawn by ${title}`,
    webui: `${title} is drawing`,
  };
  return `${work} on the CPU: ${why[by]}.`;
}
