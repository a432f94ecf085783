import type { Logger } from "../host/log.js";

/** Why something was refused before any method saw it. */
export type Refusal =
  | "foreignHost"
  | "foreignOrigin"
  | "noToken"
  | "unknownPath"
  | "tooManySockets"
  | "tooManyRequests"
  | "badFrames"
  | "tooLarge"
  | "slowBody";

/** Who was refused, as far as it is known: an address, never a token. */
export type RefusalLog = (reason: Refusal, from: string) => void;

// Who tries a thousand times a second must not fill the disk.
const EVERY_MS = 10_000;

/** Logs the first refusal of each reason at once, and then at most one line in ten seconds, with the number of those between. */
export function refusalLog(log: Pick<Logger, "info">, now: () => number = () => performance.now()): RefusalLog {
  const last = new Map<Refusal, { at: number; unsaid: number }>();
  return (reason, from) => {
    const before = last.get(reason);
    const at = now();
    if (before && at - before.at < EVERY_MS) {
      before.unsaid += 1;
      return;
    }
    last.set(reason, { at, unsaid: 0 });
    log.info({ refused: reason, from, ...(before?.unsaid ? { more: before.unsaid } : {}) }, "refused");
  };
}
