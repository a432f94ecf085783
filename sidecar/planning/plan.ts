import type { FamilyName } from "./families.js";

/** What an argument of the trainer holds, as it stands in its TOML: lists for those that take several words. */
export type ArgumentValue = string | number | boolean | (string | number)[];
export type Arguments = Readonly<Record<string, ArgumentValue>>;

export type JsonValue = string | number | boolean | null | JsonValue[] | { [name: string]: JsonValue };
/** A configuration as Kohya's GUI saves it, unknown keys included. */
export type KohyaConfig = Readonly<Record<string, JsonValue>>;

/**
 * How long is trained. `epochs` is given to the trainer (`max_train_epochs`), which counts the steps itself; `steps` is given
 * as it is (`max_train_steps`); `kohyaEpochs` is what Kohya's GUI makes steps of by its own formula, without looking at
 * buckets or processes.
 */
export interface PlanLength {
  by: "epochs" | "steps" | "kohyaEpochs";
  /** At least 1. */
  value: number;
}

/** One folder of pictures; the folder's name plays no part. */
export interface PlanSubset {
  folder: string;
  /** At least 1. */
  repeats: number;
  /** `class_tokens`: the caption of a picture that has none. */
  trigger: string | null;
  regularisation: boolean;
  /** Further keys of a dataset TOML's subset, as they are (`flip_aug`, `caption_prefix` …). */
  options: Arguments;
}

/** One `[[datasets]]` of a dataset TOML: pictures that share resolution and batch size. */
export interface PlanDataset {
  /** Keys of this level (`resolution`, `batch_size`, `enable_bucket` …); what is missing comes from the arguments. */
  options: Arguments;
  subsets: PlanSubset[];
}

/** Where a plan came from, with what must come back unchanged when it is written again. */
export type PlanOrigin = { kind: "kohya"; config: KohyaConfig } | { kind: "toml" } | { kind: "metadata"; file: string };

/** A training configuration: everything the trainer is told, nothing that this machine knows. */
export interface TrainingPlan {
  name: string;
  family: FamilyName;
  length: PlanLength;
  /**
   * The trainer's arguments that differ from its own defaults, by sd-scripts' names. Never `max_train_steps`,
   * `max_train_epochs` (see `length`), `dataset_config` (see `datasets`) or `sample_prompts` (see `samplePrompts`).
   * Paths are as the user gave them, also those of another machine.
   */
  arguments: Arguments;
  /** The set, where it is not the folders below `train_data_dir`. */
  datasets: PlanDataset[] | null;
  /** What `accelerate launch` is told, by its own names (`num_processes`, `multi_gpu`, `gpu_ids` …). */
  launch: Arguments;
  /** Text of the prompt file for sample pictures. */
  samplePrompts: string | null;
  /** Words that follow on the command line, as Kohya's "additional parameters"; the last word wins over the arguments. */
  additional: string[];
  origin: PlanOrigin | null;
}
