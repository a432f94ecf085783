import { argumentWords } from "../command/argument-words.js";
import type { Arguments, ArgumentValue, TrainingPlan } from "../plan.js";
import type { KohyaDifference } from "./additional-words.js";
import { type Draft, setKey } from "./kohya-draft.js";
import { kohyaDefault } from "./kohya-fields.js";
import { extraLaunchWords, kohyaLaunchKeys } from "./kohya-launch.js";
import { beforeKohyaQuoting } from "./kohya-python.js";
import { kohyaSteps } from "./kohya-steps.js";
import type { KohyaReading } from "./kohya-to-plan.js";

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** How long is trained, where the file does not say so already. */
export function writeLength(
  draft: Draft,
  plan: TrainingPlan,
  reading: KohyaReading,
  showings: number | null,
): KohyaDifference[] {
  const { by, value } = plan.length;
  if (isSame(reading.plan.length, plan.length)) return [];
  setKey(draft, "max_train_epochs", by === "epochs" ? value : 0);
  setKey(draft, "max_train_steps", by === "steps" ? value : 0);
  if (by !== "steps") setKey(draft, "epoch", value);
  // With a dataset file the GUI does not use its formula: its result is written instead.
  if (by !== "kohyaEpochs" || reading.datasetConfig === null) return [];
  const steps = showings === null ? null : formulaSteps(plan, showings);
  if (steps === null) {
    return [{ argument: "max_train_steps", wanted: null, gets: null, reason: "picturesUnknown" }];
  }
  setKey(draft, "max_train_steps", steps);
  return [];
}

function formulaSteps(plan: TrainingPlan, showings: number): number {
  const number = (name: string): number => Number(plan.arguments[name] ?? 1);
  return kohyaSteps({
    showings,
    batchSize: number("train_batch_size"),
    accumulation: number("gradient_accumulation_steps"),
    epochs: plan.length.value,
    regularisation: Boolean(plan.arguments.reg_data_dir),
  });
}

export function writePrompts(draft: Draft, plan: TrainingPlan, reading: KohyaReading): void {
  if (reading.plan.samplePrompts !== plan.samplePrompts) setKey(draft, "sample_prompts", plan.samplePrompts ?? "");
}

/** Options of accelerate that have no field, as words. */
const furtherWords = (launch: Arguments): string[] =>
  Object.entries(launch)
    .filter(([name]) => !kohyaLaunchKeys.some((key) => key === name))
    .flatMap(([name, value]) => argumentWords(name, value));

const words = (value: ArgumentValue | undefined): string[] => (Array.isArray(value) ? value.map(String) : []);

/**
 * What accelerate is told. A plan that did not come from the GUI leaves what the GUI says by itself. The precision is one
 * field for accelerate and the trainer: the trainer's counts.
 */
export function writeLaunch(draft: Draft, plan: TrainingPlan, reading: KohyaReading): KohyaDifference[] {
  const differences: KohyaDifference[] = [];
  const isOwn = plan.origin?.kind === "kohya";
  const further = furtherWords(plan.launch);
  for (const key of kohyaLaunchKeys) {
    if (key === "mixed_precision") continue;
    const wanted = plan.launch[key];
    const gets = reading.plan.launch[key];
    if (key === extraLaunchWords) {
      const all = [...words(wanted), ...further];
      if (isSame(all, words(gets))) continue;
      const texts = all.map((word) => beforeKohyaQuoting(word) ?? word);
      if (all.some((word) => beforeKohyaQuoting(word) === null))
        differences.push({ argument: key, wanted: all, gets: texts, reason: "quoting" });
      setKey(draft, key, texts.join(" "));
    } else if (!isSame(wanted, gets) && (isOwn || wanted !== undefined)) {
      const kind = typeof kohyaDefault(key);
      const value = wanted ?? (kind === "string" ? "" : kind === "number" ? 0 : false);
      if (!Array.isArray(value) && typeof value === kind) setKey(draft, key, value);
      else differences.push({ argument: key, wanted: wanted ?? null, gets: gets ?? null, reason: "launch" });
    }
  }
  return differences;
}

/** "Additional parameters", where they are not the same words already. */
export function writeWords(draft: Draft, all: readonly string[], reading: KohyaReading): KohyaDifference[] {
  if (isSame(all, reading.plan.additional)) return [];
  const texts = all.map((word) => beforeKohyaQuoting(word) ?? word);
  setKey(draft, "additional_parameters", texts.join(" "));
  return all
    .filter((word) => beforeKohyaQuoting(word) === null)
    .map((word) => ({ argument: "additional_parameters", wanted: word, gets: null, reason: "quoting" }));
}
