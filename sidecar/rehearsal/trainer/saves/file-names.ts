import type { Settings } from "../command/settings.js";

const padded = (number: number, digits: number): string => String(number).padStart(digits, "0");

/** Names of saves without their ending (sd-scripts, `train_util.DEFAULT_STEP_NAME` and its neighbours). */
export function fileStems(settings: Settings) {
  const name = settings.text("output_name");
  return {
    step: (step: number): string => `${name ?? "at"}-step${padded(step, 8)}`,
    epoch: (epoch: number): string => `${name ?? "epoch"}-${padded(epoch, 6)}`,
    last: name ?? "last",
  };
}

/** The save by steps that goes when the one at `step` is written; null for none. */
export function removedStep(step: number, every: number, keep: number | null): number | null {
  if (keep === null) return null;
  const behind = step - keep - 1;
  const removed = Math.floor(behind / every) * every;
  return removed > 0 ? removed : null;
}
