import type { ArgumentValue } from "../plan.js";
import type { PlanValues } from "../plan-values.js";
import type { Schedule } from "../steps/learning-rate-curve.js";
import type { Saving } from "../steps/output-files.js";
import type { StepCount } from "../steps/step-count.js";

const numberOrNull = (value: ArgumentValue | null): number | null => (typeof value === "number" ? value : null);

/** A count of steps as the trainer takes it: below 1 a share, since a number with a point is one. */
const isShare = (value: number): boolean => value > 0 && value < 1;

const pair = (value: ArgumentValue | null, name: string): string | null => {
  const words = Array.isArray(value) ? value.map(String) : [];
  const found = words.map((word) => word.split("=")).find(([key]) => key?.trim() === name);
  return found?.[1]?.trim().toLowerCase() ?? null;
};

/** Adafactor with relative steps replaces the scheduler (sd-scripts, `get_optimizer`); it is its default. */
export function hasOwnRates(values: PlanValues): boolean {
  if (values.text("optimizer_type").toLowerCase() !== "adafactor") return false;
  const words = values.value("optimizer_args");
  return pair(words, "relative_step") !== "false" || pair(words, "warmup_init") === "true";
}

/** What decides the learning rate over a plan's run. */
export function scheduleOf(values: PlanValues, { steps, processes }: { steps: number; processes: number }): Schedule {
  const custom = values.text("lr_scheduler_type");
  const [warmup, decay] = [values.number("lr_warmup_steps"), values.number("lr_decay_steps")];
  return {
    scheduler: custom === "" ? values.text("lr_scheduler") : custom,
    optimizer: values.text("optimizer_type").toLowerCase(),
    relativeStep: hasOwnRates(values),
    warmupInit: pair(values.value("optimizer_args"), "warmup_init") === "true",
    steps,
    processes,
    warmup,
    warmupIsShare: isShare(warmup),
    decay,
    decayIsShare: isShare(decay),
    cycles: values.number("lr_scheduler_num_cycles", 1),
    power: values.number("lr_scheduler_power", 1),
    timescale: numberOrNull(values.value("lr_scheduler_timescale")),
    minimumRatio: numberOrNull(values.value("lr_scheduler_min_lr_ratio")),
  };
}

/** How a plan saves. */
export function savingOf(values: PlanValues, steps: StepCount): Saving {
  return {
    name: values.text("output_name") || null,
    format: values.text("save_model_as") || "safetensors",
    steps: steps.exact,
    perEpoch: steps.perEpoch,
    epochs: steps.epochs,
    everySteps: values.number("save_every_n_steps"),
    everyEpochs: values.number("save_every_n_epochs"),
    epochRatio: values.number("save_n_epoch_ratio"),
    lastSteps: numberOrNull(values.value("save_last_n_steps")),
    lastEpochs: numberOrNull(values.value("save_last_n_epochs")),
    lastStepsState: numberOrNull(values.value("save_last_n_steps_state")),
    lastEpochsState: numberOrNull(values.value("save_last_n_epochs_state")),
    state: values.flag("save_state"),
    stateAtEnd: values.flag("save_state_on_train_end"),
  };
}
