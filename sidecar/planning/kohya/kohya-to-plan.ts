import { familyNamed } from "../families.js";
import type { Arguments, ArgumentValue, KohyaConfig, PlanDataset, PlanLength, TrainingPlan } from "../plan.js";
import { kohyaArguments } from "./kohya-arguments.js";
import { familyKeys, kohyaFamily, tickedFamilies } from "./kohya-families.js";
import { describeValue, type FieldProblem, type KohyaFields, kohyaFields } from "./kohya-fields.js";
import { kohyaLaunch } from "./kohya-launch.js";
import { kohyaNetworkTypes } from "./kohya-network-types.js";
import { kohyaQuoted, kohyaWords } from "./kohya-python.js";
import { kohyaSteps } from "./kohya-steps.js";
import { type KohyaVersion, kohyaVersion } from "./read-kohya.js";

/** `max_train_steps` of the trainer when nothing is said. Source: sd-scripts, `add_training_arguments`. */
export const trainerSteps = 1600;

/** What the GUI writes and no sd-scripts reads: they change nothing. */
export const ignoredByTrainer: readonly string[] = [
  "epoch",
  "noise_offset_type",
  "mem_eff_save",
  "single_blocks_to_swap",
  "double_blocks_to_swap",
];

/** Arguments that have a place of their own in a plan. */
const placedElsewhere: readonly string[] = ["max_train_steps", "max_train_epochs", "dataset_config"];

export interface KohyaReadOptions {
  /** Repeats × pictures as the GUI counts them (`kohyaShowings`); null when the folders are not here. */
  showings: number | null;
  /** Whose rules count; by default what the keys tell (`kohyaVersion`). */
  version?: KohyaVersion;
  /** The sets of the file that `dataset_config` names, when it could be read. */
  datasets?: PlanDataset[] | null;
}

export interface KohyaReading {
  plan: TrainingPlan;
  /** Fields that were left out, each with what was expected. */
  problems: FieldProblem[];
  version: KohyaVersion;
  /** `max_train_steps` as the GUI writes it, 0 when it writes none; null when the pictures are not known. */
  steps: number | null;
  /** Path of the dataset file that the configuration names. */
  datasetConfig: string | null;
}

/** `max_train_steps` as the GUI writes it; 0 when it writes none. */
function stepsOf(fields: KohyaFields, showings: number | null): number | null {
  const asked = Math.trunc(fields.number("max_train_steps"));
  if (asked > 0) return asked;
  if (fields.text("dataset_config") !== "") return 0;
  if (showings === null) return null;
  return kohyaSteps({
    showings,
    batchSize: Math.trunc(fields.number("train_batch_size")),
    accumulation: Math.trunc(fields.number("gradient_accumulation_steps")),
    epochs: Math.trunc(fields.number("epoch")),
    regularisation: fields.text("reg_data_dir") !== "",
  });
}

function lengthOf(fields: KohyaFields): PlanLength {
  const epochs = Math.trunc(fields.number("max_train_epochs"));
  if (epochs > 0) return { by: "epochs", value: epochs };
  const steps = Math.trunc(fields.number("max_train_steps"));
  if (steps > 0) return { by: "steps", value: steps };
  const byFormula = Math.trunc(fields.number("epoch"));
  // With a dataset file the GUI computes nothing, and of no epochs no steps: the trainer's own number is left.
  if (fields.text("dataset_config") !== "" || byFormula < 1) return { by: "steps", value: trainerSteps };
  return { by: "kohyaEpochs", value: byFormula };
}

function choiceProblems(fields: KohyaFields, version: KohyaVersion): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const type = fields.text("LoRA_type");
  if (!Object.hasOwn(kohyaNetworkTypes(version), type)) {
    problems.push({ field: "LoRA_type", expected: "a LoRA type that Kohya's GUI knows", found: describeValue(type) });
  }
  const [first, second] = tickedFamilies(fields, version);
  if (first && second) {
    const field = familyKeys[second].checkbox ?? second;
    problems.push({ field, expected: "one kind of base model", found: `${first} and ${second}` });
  }
  return problems;
}

/** The arguments of the plan among all that the GUI writes. */
function planArguments(all: Arguments, always: Arguments): Arguments {
  const kept = Object.entries(all)
    .filter(([name]) => !ignoredByTrainer.includes(name) && !placedElsewhere.includes(name))
    .filter(([name, value]) => always[name] !== value)
    .map(([name, value]): [string, ArgumentValue] => [
      name,
      name === "persistent_data_loader_workers" ? value === 1 : value,
    ]);
  return Object.fromEntries(kept);
}

/**
 * The training that Kohya's GUI would start with `config`. Every argument that the GUI gives is in the plan, also those that
 * are the trainer's defaults; what the trainer does not know is not. A field of a wrong type is named in `problems` and
 * counts as one that the file lacks, as with the GUI itself: its page keeps what it showed. Throws nothing.
 */
export function kohyaToPlan(config: KohyaConfig, options: KohyaReadOptions): KohyaReading {
  const version = options.version ?? kohyaVersion(config);
  const { fields, problems } = kohyaFields(config, version);
  const family = kohyaFamily(fields, version);
  const steps = stepsOf(fields, options.showings);
  const all = kohyaArguments(fields, version, steps);
  const datasetConfig = fields.text("dataset_config");
  return {
    version,
    steps,
    problems: [...problems, ...choiceProblems(fields, version)],
    datasetConfig: datasetConfig === "" ? null : datasetConfig,
    plan: {
      name: fields.text("output_name"),
      family,
      length: lengthOf(fields),
      arguments: planArguments(all, familyNamed(family).always),
      datasets: options.datasets ?? null,
      launch: kohyaLaunch(fields),
      samplePrompts: fields.text("sample_prompts") === "" ? null : fields.text("sample_prompts"),
      additional: kohyaWords(fields.text("additional_parameters")).map(kohyaQuoted),
      origin: { kind: "kohya", config },
    },
  };
}
