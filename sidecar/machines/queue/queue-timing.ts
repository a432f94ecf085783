/** How soon a machine that is gone is noticed. The same everywhere: the longest of all holds for all. */
export interface QueueTiming {
  /** A machine says at least this often that it still works on a task; one that does not has lost it. */
  lockMs: number;
  /** How often lost tasks are looked for. */
  stalledMs: number;
}

// Work is done in processes of its own, so that the one that says so is never held up for seconds.
export const queueTiming: QueueTiming = { lockMs: 10_000, stalledMs: 5000 };

/** A machine may lose a task any number of times: what is too often is counted by the studio. */
export const ANY_TIMES = 1_000_000;

// A server that is away for longer is told as trouble; what was asked of it is asked again later.
export const ANSWER_MS = 4000;
