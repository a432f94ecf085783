import { StudioError } from "../../host/studio-error.js";
import { parameterNamed, parametersOf } from "../../planning/parameters/table.js";
import type { TrainingPlan } from "../../planning/plan.js";
import { say } from "../../words/sentence.js";
import { readValues, type VariedValue } from "./read-values.js";

export interface VariedField {
  argument: string;
  /** At least one, all different. */
  values: VariedValue[];
}

/** What people write instead of the trainer's names. */
const aliases: Readonly<Record<string, string>> = {
  lr: "learning_rate",
  te_lr: "text_encoder_lr",
  dim: "network_dim",
  rank: "network_dim",
  alpha: "network_alpha",
  optimizer: "optimizer_type",
  scheduler: "lr_scheduler",
  batch_size: "train_batch_size",
  steps: "max_train_steps",
  epochs: "max_train_epochs",
};

/** Each run has these of its own, or the plan holds them elsewhere. */
const own: ReadonlySet<string> = new Set([
  "output_name",
  "config_file",
  "output_config",
  "dataset_config",
  "sample_prompts",
  "resume",
  "initial_step",
]);

const MOST_NAMED = 6;

function unknown(name: string, { family }: TrainingPlan): StudioError {
  const word = name.replaceAll("-", "_").toLowerCase();
  const near = parametersOf(family)
    .map((one) => one.name)
    .filter((one) => one.includes(word) || word.split("_").some((part) => part.length > 2 && one.includes(part)))
    .slice(0, MOST_NAMED);
  return new StudioError(
    "badArguments",
    say('This base model\'s trainer has no argument "{name}".', { name: name.slice(0, 60) }),
    near.length > 0
      ? say("Some that are like it: {near}.", { near: near.join(", ") })
      : say("Names have underscores: learning_rate."),
  );
}

/** A field with its values, as they were written. @throws StudioError "badArguments" that says what is off */
export function readVariedField(plan: TrainingPlan, name: string, values: string): VariedField {
  const argument = aliases[name] ?? name;
  if (own.has(argument)) {
    throw new StudioError(
      "badArguments",
      say("{argument} cannot be varied: each run has its own.", { argument }),
      say("Vary something else."),
    );
  }
  const parameter = parameterNamed(argument);
  const isTaken = parameter?.families?.includes(plan.family) ?? true;
  if (parameter === null || !isTaken) throw unknown(name, plan);
  return { argument, values: readValues(parameter, values, plan.family) };
}
