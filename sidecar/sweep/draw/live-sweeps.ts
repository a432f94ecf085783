import type { DrawingPool } from "./drawing-pool.js";
import type { DrawingOutcome } from "./drawing-task.js";

/** A sweep that is being drawn by this program. */
export interface LiveSweep {
  pool: DrawingPool;
  /** Of the latest pictures. */
  seconds: number[];
  /** Milliseconds that were ours. */
  own: number[];
}

export type LiveSweeps = Map<number, LiveSweep>;

const REMEMBERED = 200;

export function remember(live: LiveSweep, { seconds, own }: DrawingOutcome): void {
  if (seconds !== null) live.seconds.push(seconds);
  if (own !== null) live.own.push(own);
  for (const list of [live.seconds, live.own]) if (list.length > REMEMBERED) list.shift();
}

/** The middle one; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}
