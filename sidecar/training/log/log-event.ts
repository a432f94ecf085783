/** What a run is doing, in the order of a good one. */
export const phases = [
  "starting",
  "reading",
  "loading",
  "caching",
  "preparing",
  "training",
  "saving",
  "ended",
] as const;
export type Phase = (typeof phases)[number];

/** What the trainer's streams say, one thing at a time. */
export type LogEvent =
  | {
      kind: "phase";
      phase: Phase /** Parts done of the phase where it tells (caching: pictures). */;
      done?: number;
      total?: number;
    }
  | {
      kind: "progress";
      /** Steps done in this process, and of how many: after a resume both count from where it began. */
      step: number;
      total: number;
      /**
       * Moving average over an epoch; null before the first, and NaN is `nan`. A step may be told twice, first with the
       * loss of the step before it: the last one counts.
       */
      averageLoss: number | "nan" | null;
      /** Seconds of a step on average since the start. */
      secondsPerStep: number | null;
      secondsLeft: number | null;
    }
  | { kind: "epoch"; epoch: number; epochs: number }
  | {
      kind: "counts";
      batchesPerEpoch?: number;
      totalSteps?: number /** Pictures to train × repeats. */;
      images?: number;
    }
  | { kind: "saving" /** As printed: before hashing and writing. */; file: string }
  | { kind: "removing"; file: string }
  | { kind: "sampling"; step: number }
  | { kind: "warning"; text: string }
  | { kind: "saved" }
  | { kind: "error"; text: string };
