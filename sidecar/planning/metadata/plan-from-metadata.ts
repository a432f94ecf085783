import { basename } from "node:path";
import type { SafetensorsHeader } from "../../host/safetensors.js";
import { StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { familyOfArchitecture } from "../base-model/family-of-tensors.js";
import type { FamilyName } from "../families.js";
import type { ArgumentValue, PlanLength, TrainingPlan } from "../plan.js";
import { type RecordedType, recordedArguments } from "./recorded-arguments.js";
import { recordedOptimizer } from "./recorded-optimizer.js";

type Metadata = SafetensorsHeader["metadata"];

export interface RecordedPlan {
  plan: TrainingPlan;
  /** Folders that were trained, with their repeats and pictures: `10_okara`. */
  folders: { name: string; repeats: number; pictures: number }[];
  /** Seconds a step took on average, saving included; null when the file does not tell. */
  secondsPerStep: number | null;
  /** Arguments that the trainer does not record, so that they cannot be known from the file. */
  unknown: string[];
}

/** What a LoRA file never tells. */
const unrecorded = [
  "train_data_dir",
  "output_dir",
  "caption_extension",
  "save_every_n_steps",
  "save_every_n_epochs",
  "sample_prompts",
  "lr_scheduler_num_cycles",
];

/** A value as Python printed it; undefined for `None` and what cannot be read. */
function printedValue(text: string, type: RecordedType): ArgumentValue | undefined {
  if (text === "None" || text === "") return undefined;
  if (type === "flag") return text === "True" ? true : undefined;
  if (type === "size") {
    const sides = text.match(/\d+(\.\d+)?/g);
    return sides ? sides.join(",") : undefined;
  }
  if (type === "text") return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : undefined;
}

const number = (metadata: Metadata, key: string): number => Number(metadata.get(key) ?? Number.NaN);

function familyOf(metadata: Metadata): FamilyName {
  const version = metadata.get("ss_base_model_version") ?? "";
  const byVersion: readonly (readonly [string, FamilyName])[] = [
    ["sdxl", "sdxl"],
    ["sd_v2", "sd2"],
    ["sd_v1", "sd15"],
    ["sd3", "sd3"],
    ["flux", "flux"],
    ["chroma", "chroma"],
    ["lumina", "lumina"],
    ["hunyuan", "hunyuan"],
    ["anima", "anima"],
  ];
  const found = byVersion.find(([beginning]) => version.startsWith(beginning))?.[1];
  return found ?? familyOfArchitecture(metadata.get("modelspec.architecture") ?? "") ?? "sd15";
}

function lengthOf(metadata: Metadata): PlanLength {
  const steps = number(metadata, "ss_max_train_steps");
  const epochs = number(metadata, "ss_num_epochs");
  const perEpoch = Math.ceil(
    number(metadata, "ss_num_batches_per_epoch") / number(metadata, "ss_gradient_accumulation_steps"),
  );
  if (epochs >= 1 && epochs * perEpoch === steps) return { by: "epochs", value: epochs };
  return { by: "steps", value: Number.isInteger(steps) && steps >= 1 ? steps : 1 };
}

/** JSON that the trainer put into a value; an empty object for anything else. */
function jsonOf(metadata: Metadata, key: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(metadata.get(key) ?? "{}"));
  } catch {
    return {};
  }
}

function networkArguments(metadata: Metadata): string[] {
  return Object.entries(jsonOf(metadata, "ss_network_args"))
    .filter(([name]) => name !== "dropout")
    .map(([name, value]) => `${name}=${String(value)}`);
}

function scheduleArguments(metadata: Metadata): Record<string, ArgumentValue> {
  const [scheduler = "", initial] = (metadata.get("ss_lr_scheduler") ?? "").split(":");
  // Adafactor's own schedule holds the learning rate that was asked for.
  const rate = Number(initial ?? Number.NaN);
  return {
    ...(scheduler === "" || scheduler === "None" ? {} : { lr_scheduler: scheduler }),
    ...(Number.isFinite(rate) && rate > 0 ? { learning_rate: rate } : {}),
  };
}

function secondsPerStep(metadata: Metadata): number | null {
  const seconds = number(metadata, "ss_training_finished_at") - number(metadata, "ss_training_started_at");
  const steps = number(metadata, "ss_steps");
  return seconds > 0 && steps >= 1 ? seconds / steps : null;
}

function optimizerArguments(metadata: Metadata): Record<string, ArgumentValue> {
  const recorded = metadata.get("ss_optimizer");
  if (recorded === undefined || recorded === "None") return {};
  const { type, words } = recordedOptimizer(recorded);
  return { optimizer_type: type, ...(words.length > 0 ? { optimizer_args: words } : {}) };
}

function textEncoderRate(metadata: Metadata): Record<string, ArgumentValue> {
  const rates = (metadata.get("ss_text_encoder_lr") ?? "").match(/[\d.]+(e-?\d+)?/g)?.map(Number) ?? [];
  return rates.length > 0 ? { text_encoder_lr: rates } : {};
}

/**
 * The plan that a LoRA file was trained with, from what the trainer wrote into it ("train it like this one").
 * @throws StudioError "badArguments" when the file holds no `ss_*` metadata
 */
export function planFromMetadata(path: string, { metadata }: Pick<SafetensorsHeader, "metadata">): RecordedPlan {
  if (!metadata.has("ss_network_module") || !metadata.has("ss_max_train_steps")) {
    throw new StudioError(
      "badArguments",
      say("{path} holds no training metadata (ss_…).", { path }),
      say(
        "It was saved without them (--no_metadata), merged, or made by another program: nothing tells how it was trained.",
      ),
    );
  }
  const family = familyOf(metadata);
  const values: Record<string, ArgumentValue> = {};
  for (const [key, argument, type] of recordedArguments) {
    const value = printedValue(metadata.get(key) ?? "", type);
    if (value !== undefined) values[argument] = value;
  }
  if (metadata.get("modelspec.prediction_type")?.startsWith("v")) values.v_parameterization = true;
  const network = networkArguments(metadata);
  const folders = Object.entries(jsonOf(metadata, "ss_dataset_dirs")).map(([name, entry]) => ({
    name,
    repeats: Number(Object(entry).n_repeats),
    pictures: Number(Object(entry).img_count),
  }));
  const plan: TrainingPlan = {
    name: metadata.get("ss_output_name") ?? basename(path),
    family,
    length: lengthOf(metadata),
    arguments: {
      ...values,
      ...scheduleArguments(metadata),
      ...optimizerArguments(metadata),
      ...textEncoderRate(metadata),
      ...(network.length > 0 ? { network_args: network } : {}),
      save_model_as: "safetensors",
    },
    datasets: null,
    launch: {},
    samplePrompts: null,
    additional: [],
    origin: { kind: "metadata", file: path },
  };
  return { plan, folders, secondsPerStep: secondsPerStep(metadata), unknown: [...unrecorded] };
}
