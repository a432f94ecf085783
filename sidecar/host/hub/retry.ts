import { setTimeout as wait } from "node:timers/promises";
import { reportError } from "../studio-error.js";

export interface Patience {
  /** Attempts in a row that bring nothing before it is given up. */
  tries: number;
  /** Before the second attempt; doubles with each. */
  firstWaitMs: number;
}

/** Seven attempts wait about a minute in all: a router that restarts is back by then. */
export const usualPatience: Patience = { tries: 7, firstWaitMs: 1000 };

// Another login or content does not come by waiting.
const passing: readonly string[] = ["offline", "downloadFailed"];

/**
 * Repeats `attempt` while its error is one that passes; `progress` counts up with what arrives, and new bytes give
 * new patience. @throws the last error
 */
export async function withRetries(
  attempt: () => Promise<void>,
  { patience, progress, signal }: { patience: Patience; progress: () => number; signal: AbortSignal },
): Promise<void> {
  for (let failures = 0, before = progress(); ; ) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (signal.aborted || !passing.includes(reportError(error).code)) throw error;
      failures = progress() > before ? 1 : failures + 1;
      before = progress();
      if (failures >= patience.tries) throw error;
      await wait(patience.firstWaitMs * 2 ** (failures - 1), undefined, { signal });
    }
  }
}
