import type { RunRecord } from "../runs/run-record.js";
import { type EventCurves, followEvents } from "./follow-events.js";

// Each holds some hundred kB; a comparison has at most 12 runs.
const RUNS_KEPT = 24;

/** The curves of runs that somebody looks at, read on where the last look ended. */
export interface CurveStore {
  /** What the run's event files hold by now. */
  of(run: RunRecord, folder: string): Promise<EventCurves>;
}

export function createCurveStore(): CurveStore {
  const kept = new Map<number, { follow: ReturnType<typeof followEvents>; looking: Promise<unknown> }>();
  return {
    of(run, folder) {
      const known = kept.get(run.id) ?? { follow: followEvents(folder), looking: Promise.resolve() };
      // The one that was asked for last is kept longest.
      kept.delete(run.id);
      kept.set(run.id, known);
      const [oldest] = kept.keys();
      if (kept.size > RUNS_KEPT && oldest !== undefined) kept.delete(oldest);
      // Two who ask at once must not read the same bytes twice.
      const look = known.looking.then(() => known.follow.look(run));
      known.looking = look.catch(() => {});
      return look;
    },
  };
}
