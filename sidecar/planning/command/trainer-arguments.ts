import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { familyNamed } from "../families.js";
import type { Arguments, ArgumentValue, PlanLength, TrainingPlan } from "../plan.js";

export interface TrainerContext {
  /** What Kohya's GUI makes of the pictures (`KohyaReading.steps`, `kohyaSteps`); null when they are not known. */
  kohyaSteps: number | null;
  /** Where the plan's sets are written for the trainer; needed when the plan has sets. */
  datasetConfig?: string;
  /** Where the prompts for sample pictures are written; without it none are made. */
  samplePrompts?: string;
}

/** What the trainer passes over when a dataset file is given, with a warning for each. */
const folderArguments: readonly string[] = ["train_data_dir", "reg_data_dir", "in_json"];

function lengthArguments(length: PlanLength, kohyaSteps: number | null): Record<string, ArgumentValue> {
  if (length.by === "epochs") return { max_train_epochs: length.value };
  if (length.by === "steps") return { max_train_steps: length.value };
  if (kohyaSteps === null) {
    throw new StudioError(
      "badArguments",
      say("Expected the steps that Kohya's GUI counts, found no count of the pictures."),
      say("Give the folders of pictures of this machine, or say how many steps or epochs to train."),
    );
  }
  // Of no pictures the GUI makes no steps and gives none, so that the trainer's own number is left.
  return kohyaSteps > 0 ? { max_train_steps: kohyaSteps } : {};
}

/**
 * The flat arguments that the trainer gets, in alphabetical order: what the family always needs, the plan's own over it, the
 * length, and the files that were written for it. `additional` is not among them: its words follow on the command line.
 * Throws `badArguments` when the length needs pictures that were not counted, or sets have no file.
 */
export function trainerArguments(plan: TrainingPlan, context: TrainerContext): Arguments {
  const family = familyNamed(plan.family);
  const given: Record<string, ArgumentValue> = {
    network_module: family.networkModule,
    ...family.always,
    ...plan.arguments,
    ...lengthArguments(plan.length, context.kohyaSteps),
  };
  if (plan.datasets !== null) {
    if (context.datasetConfig === undefined) {
      throw new StudioError(
        "badArguments",
        say("Expected the path of the dataset file, found none, and this plan has sets of its own."),
        say("Write the dataset TOML first and give its path."),
      );
    }
    for (const name of folderArguments) delete given[name];
  }
  if (context.datasetConfig !== undefined) given.dataset_config = context.datasetConfig;
  if (context.samplePrompts !== undefined && plan.samplePrompts !== null) given.sample_prompts = context.samplePrompts;
  return Object.fromEntries(Object.entries(given).sort(([one], [other]) => (one < other ? -1 : 1)));
}
