import { type FamilyName, familyNamed } from "../families.js";
import type { FieldProblem } from "../kohya/kohya-fields.js";
import { trainerSteps } from "../kohya/kohya-to-plan.js";
import { warmupShare } from "../kohya/kohya-warmup.js";
import type { Arguments, ArgumentValue, PlanDataset, PlanLength, TrainingPlan } from "../plan.js";
import { guessFamily } from "./guess-family.js";
import { describeToml, isTable, parseToml, plainArgument } from "./toml-text.js";

export interface TomlReadOptions {
  /** The kind of base model, where it is known; otherwise it is guessed. */
  family?: FamilyName;
  /** Whether sd-scripts knows an argument of this name; those that it does not are left out and named. */
  isKnown?: (name: string) => boolean;
  /** The sets of the file that `dataset_config` names, when it could be read. */
  datasets?: PlanDataset[] | null;
  /** Text of the file that `sample_prompts` names, when it could be read. */
  samplePrompts?: string | null;
}

export interface TomlReading {
  plan: TrainingPlan;
  problems: FieldProblem[];
  /** Whether the arguments themselves tell the family; false for a guess. */
  familyIsCertain: boolean;
  /** Paths that the file names. */
  datasetConfig: string | null;
  samplePromptsFile: string | null;
}

/** Not part of a plan: where the configuration itself is, and what a plan keeps elsewhere. */
const elsewhere: readonly string[] = [
  "config_file",
  "output_config",
  "dataset_config",
  "sample_prompts",
  "max_train_epochs",
  "max_train_steps",
];

/** Sections are laid together as the trainer does: their names mean nothing, the later of two values wins. */
function flattened(table: Record<string, unknown>): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [name, value] of Object.entries(table)) {
    if (!isTable(value)) flat.set(name, value);
    else for (const [inner, own] of Object.entries(value)) flat.set(inner, own);
  }
  return flat;
}

const isCount = (value: ArgumentValue | undefined): value is number =>
  typeof value === "number" && Number.isInteger(value) && value >= 1;

function lengthOf(given: Arguments, problems: FieldProblem[]): PlanLength {
  for (const name of ["max_train_epochs", "max_train_steps"] as const) {
    const value = given[name];
    if (isCount(value)) return { by: name === "max_train_epochs" ? "epochs" : "steps", value };
    if (value !== undefined) problems.push({ field: name, expected: "a whole number from 1", found: String(value) });
  }
  return { by: "steps", value: trainerSteps };
}

const textOf = (value: ArgumentValue | undefined): string | null =>
  typeof value === "string" && value !== "" ? value : null;

/**
 * Reads a file for sd-scripts' `--config_file`. Values that no argument can be are left out and named in `problems`. Throws
 * `badArguments` when it is no TOML. The file's own path and the sets and prompts in other files are the caller's to read.
 */
export function readTrainerToml(source: string, options: TomlReadOptions = {}): TomlReading {
  const problems: FieldProblem[] = [];
  const entries: [string, ArgumentValue][] = [];
  for (const [field, found] of flattened(parseToml(source))) {
    const value = plainArgument(found);
    if (value === null) {
      problems.push({
        field,
        expected: "a text, a number, true or false, or a list of those",
        found: describeToml(found),
      });
    } else if (options.isKnown && !options.isKnown(field)) {
      problems.push({ field, expected: "an argument of sd-scripts", found: "a name that it does not know" });
    } else if (field === "lr_warmup_steps" && found === 1) {
      // 1.0 is all steps, 1 is one step.
      entries.push([field, warmupShare(100)]);
    } else entries.push([field, value]);
  }
  const given: Arguments = Object.fromEntries(entries);
  const guess = guessFamily(given);
  const family = options.family ?? guess.family;
  const always = familyNamed(family).always;
  const kept = entries.filter(([name, value]) => !elsewhere.includes(name) && always[name] !== value);
  return {
    problems,
    familyIsCertain: options.family !== undefined || guess.isCertain,
    datasetConfig: textOf(given.dataset_config),
    samplePromptsFile: textOf(given.sample_prompts),
    plan: {
      name: textOf(given.output_name) ?? "",
      family,
      length: lengthOf(given, problems),
      arguments: Object.fromEntries(kept),
      datasets: options.datasets ?? null,
      launch: {},
      samplePrompts: options.samplePrompts ?? null,
      additional: [],
      origin: { kind: "toml" },
    },
  };
}
