import type { MeantRun } from "../runs/run-record.js";

export type CurveKind = "loss" | "averageLoss" | "epochLoss" | "learningRate" | "validation" | "other";

const kinds: readonly [RegExp, CurveKind][] = [
  [/^loss\/current$/, "loss"],
  [/^loss\/average$/, "averageLoss"],
  [/^loss\/epoch(_average)?$/, "epochLoss"],
  [/^loss\/validation\//, "validation"],
  [/^lr\//, "learningRate"],
];

/** What a scalar of the trainer is, by its name (sd-scripts 48d368fa, `train_network.py`; `loss/epoch` before v0.9). */
export const kindOfTag = (tag: string): CurveKind => kinds.find(([pattern]) => pattern.test(tag))?.[1] ?? "other";

const OF_EPOCHS = /(?:^|\/)epoch(?:_|$)/;

/**
 * The step of the whole training at which a scalar was told. Those of an epoch are told with the epoch's number; all others
 * count from where a resumed run's own count began.
 */
export function stepOfScalar(
  tag: string,
  step: number,
  { perEpoch, steps, countedFrom = 0 }: Pick<MeantRun, "perEpoch" | "steps" | "countedFrom">,
): number {
  return OF_EPOCHS.test(tag) ? Math.min(step * perEpoch, steps) : step + countedFrom;
}
