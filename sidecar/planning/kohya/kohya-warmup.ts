import type { KohyaFields } from "./kohya-fields.js";
import { pythonRound } from "./kohya-python.js";
import type { KohyaVersion } from "./read-kohya.js";

/** The largest number below 1: the trainer takes a whole 1 for one step, and 100 % would be written as that. */
const almostAll = 1 - Number.EPSILON / 2;

/** A share of all steps, as the trainer reads a number with a point in `lr_warmup_steps`. */
export const warmupShare = (percent: number): number => (percent === 100 ? almostAll : percent / 100);

/**
 * `lr_warmup_steps`: whole steps, or a share below 1. v24 makes steps of its percentage with `steps`, the total that it
 * writes; where the total is not known the same share is given. Since v25 it is a share, unless `lr_warmup_steps` is set or
 * a dataset file comes with a number of steps.
 */
export function kohyaWarmup(fields: KohyaFields, version: KohyaVersion, steps: number | null): number {
  const hasDataset = fields.text("dataset_config") !== "";
  const asked = fields.number("max_train_steps");
  if (version === "24") {
    const percent = Math.trunc(fields.number("lr_warmup"));
    if (hasDataset && asked <= 0) return 0;
    return steps === null ? warmupShare(percent) : pythonRound((percent * steps) / 100);
  }
  const percent = fields.number("lr_warmup");
  const override = hasDataset && asked <= 0 ? 0 : fields.number("lr_warmup_steps");
  if (override > 0) return Math.trunc(override);
  if (hasDataset && asked > 0) return pythonRound((percent * asked) / 100);
  return warmupShare(percent);
}
