import type { FamilyName } from "../families.js";
import type { ArgumentValue } from "../plan.js";
import { buckets } from "./buckets.js";
import { captions } from "./captions.js";
import { captionsChance } from "./captions-chance.js";
import { data } from "./data.js";
import { dataAugmentation } from "./data-augmentation.js";
import { flow } from "./flow.js";
import { hub } from "./hub.js";
import { learningRate } from "./learning-rate.js";
import { learningRateSchedule } from "./learning-rate-schedule.js";
import { length } from "./length.js";
import { logging } from "./logging.js";
import { loss } from "./loss.js";
import { memory } from "./memory.js";
import { memoryLatents } from "./memory-latents.js";
import { memoryPrecision } from "./memory-precision.js";
import { metadata } from "./metadata.js";
import { model } from "./model.js";
import { modelParts } from "./model-parts.js";
import { network } from "./network.js";
import { noise } from "./noise.js";
import { optimizer } from "./optimizer.js";
import { other } from "./other.js";
import type { Parameter } from "./parameter.js";
import { samples } from "./samples.js";
import { saving } from "./saving.js";
import { savingState } from "./saving-state.js";
import { speed } from "./speed.js";
import { speedSeveralCards } from "./speed-several-cards.js";
import { textEncoder } from "./text-encoder.js";
import { textEncoderMemory } from "./text-encoder-memory.js";
import { validation } from "./validation.js";

/**
 * Every argument of sd-scripts' `*train_network.py` at 48d368fa (2026-02-16), in the order of the groups. `since` is the first
 * git tag whose parser knows it; v0.2.0 is the first that has a LoRA script.
 */
export const parameters: readonly Parameter[] = [
  ...model,
  ...modelParts,
  ...data,
  ...dataAugmentation,
  ...captions,
  ...captionsChance,
  ...buckets,
  ...length,
  ...saving,
  ...savingState,
  ...network,
  ...optimizer,
  ...learningRate,
  ...learningRateSchedule,
  ...noise,
  ...loss,
  ...textEncoder,
  ...textEncoderMemory,
  ...flow,
  ...memory,
  ...memoryPrecision,
  ...memoryLatents,
  ...speed,
  ...speedSeveralCards,
  ...samples,
  ...validation,
  ...metadata,
  ...logging,
  ...hub,
  ...other,
];

const byName: ReadonlyMap<string, Parameter> = new Map(parameters.map((parameter) => [parameter.name, parameter]));

export const parameterNamed = (name: string): Parameter | null => byName.get(name) ?? null;

/** What a family's script takes, without regard to whether it makes use of it (`isIgnored`). */
export const parametersOf = (family: FamilyName): Parameter[] =>
  parameters.filter(({ families }) => families === null || families.includes(family));

export function defaultOf(parameter: Parameter, family: FamilyName): ArgumentValue | null {
  const own = parameter.familyDefaults?.[family];
  // A family's own default may be null, so `??` would not do.
  return own === undefined ? parameter.default : own;
}

export const choicesOf = (parameter: Parameter, family: FamilyName): readonly string[] | null =>
  parameter.familyChoices?.[family] ?? parameter.choices ?? null;
