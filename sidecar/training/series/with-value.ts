import { StudioError } from "../../host/studio-error.js";
import { defaultOf, parameterNamed } from "../../planning/parameters/table.js";
import type { Arguments, PlanDataset, TrainingPlan } from "../../planning/plan.js";
import { planValues } from "../../planning/plan-values.js";
import { say } from "../../words/sentence.js";
import type { VariedValue } from "./read-values.js";

/** The names that a dataset file has for what the command line calls otherwise. */
const datasetNames: Readonly<Record<string, string>> = { train_batch_size: "batch_size" };

const without = (given: Arguments, name: string): Arguments =>
  Object.fromEntries(Object.entries(given).filter(([one]) => one !== name));

/** Sets go before the arguments (sd-scripts, `config_util`), so what is varied must not be said there too. */
function withoutOption(datasets: readonly PlanDataset[], argument: string): PlanDataset[] {
  const name = datasetNames[argument] ?? argument;
  return datasets.map(({ options, subsets }) => ({
    options: without(options, name),
    subsets: subsets.map((subset) => ({ ...subset, options: without(subset.options, name) })),
  }));
}

/** Another folder of pictures for a plan that has sets: possible where only one folder can be meant. */
function withFolder(datasets: readonly PlanDataset[], folder: string): PlanDataset[] {
  const pictures = datasets.flatMap(({ subsets }) => subsets).filter(({ regularisation }) => !regularisation);
  if (pictures.length !== 1) {
    throw new StudioError(
      "badArguments",
      say("This plan has {count} folders of pictures: which of them train_data_dir should replace is not known.", {
        count: pictures.length,
      }),
      say("Vary folders of a plan with one folder, or make a plan for each."),
    );
  }
  return datasets.map(({ options, subsets }) => ({
    options,
    subsets: subsets.map((subset) => (subset.regularisation ? subset : { ...subset, folder })),
  }));
}

function changed(plan: TrainingPlan, argument: string, value: VariedValue): TrainingPlan {
  if (argument === "max_train_steps" || argument === "max_train_epochs") {
    const by = argument === "max_train_steps" ? "steps" : "epochs";
    return { ...plan, length: { by, value: typeof value === "number" ? value : plan.length.value } };
  }
  const { datasets } = plan;
  if (argument === "train_data_dir" && datasets !== null && typeof value === "string") {
    return { ...plan, datasets: withFolder(datasets, value) };
  }
  const rest = without(plan.arguments, argument);
  return {
    ...plan,
    arguments: value === null || value === false ? rest : { ...rest, [argument]: value },
    datasets: datasets && withoutOption(datasets, argument),
  };
}

/** Rates of the parts go before the rate of the whole: the U-Net has one, text encoders may have several. */
const hidesRate = ({ arguments: given }: TrainingPlan): boolean =>
  given.unet_lr !== undefined && (given.text_encoder_lr !== undefined || given.network_train_unet_only === true);

/**
 * The plan with another value of one argument. @throws StudioError "badArguments" where the value would change nothing,
 * because something else in the plan goes before it
 */
export function withValue(plan: TrainingPlan, argument: string, value: VariedValue): TrainingPlan {
  const next = changed(plan, argument, value);
  const parameter = parameterNamed(argument);
  const isLength = argument.startsWith("max_train_");
  const isFolder = argument === "train_data_dir" && plan.datasets !== null;
  const wanted = value ?? (parameter ? defaultOf(parameter, plan.family) : null);
  const used = planValues(next).value(argument) ?? null;
  if (!isLength && !isFolder && JSON.stringify(used) !== JSON.stringify(wanted)) {
    throw new StudioError(
      "badArguments",
      say("{argument} would stay {used}: the plan's further words on the command line, or its base model, set it.", {
        argument,
        used: JSON.stringify(used),
      }),
      say("Take it out of the additional parameters."),
    );
  }
  if (argument === "learning_rate" && hidesRate(plan)) {
    throw new StudioError(
      "badArguments",
      say("learning_rate would change nothing: the plan has unet_lr and text_encoder_lr, which go before it."),
      say("Vary unet_lr or text_encoder_lr, or take them out of the plan."),
    );
  }
  return next;
}
