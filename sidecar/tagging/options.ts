import type { Params } from "../../protocol/validate.js";
import { asUsual, completeExecution, type Execution, parseExecution } from "../host/inference/execution.js";
import { existingCaptions } from "../host/settings/definitions.js";
import { completeChoice, type TagChoice } from "./choose/choice.js";
import { builtInModel } from "./model.js";
import { type JoinMode, joinModes } from "./scores/join-models.js";
import { plainTagging, type UsualTagging, usualChoice } from "./usual.js";

export const existingModes = existingCaptions;
type ExistingMode = (typeof existingModes)[number];

interface ModelUse {
  /** Name of a known model, or absolute folder of one. */
  model: string;
  /** Above 0; counts when the models' scores are joined by mean or maximum. */
  weight: number;
}

/** Which pictures, by which models, and which captions they get; plain JSON, kept with the job. */
export interface TagOptions {
  /** Absolute folder of the pictures. */
  folder: string;
  recursive: boolean;
  /** Only these pictures, by their path below the folder with `/` between parts; null for all. */
  names: string[] | null;
  models: ModelUse[];
  join: JoinMode;
  choice: TagChoice;
  existing: ExistingMode;
  /** Absolute folder for the captions, or null for beside each picture. */
  output: string | null;
  /** Caption file's name: `[name]` is the picture's without its suffix, `[extension]` its suffix without the dot. */
  captionName: string;
  /** Runs the models again over pictures whose scores are kept. */
  rescore: boolean;
  /** Keeps scores and writes no caption. */
  scoresOnly: boolean;
  execution: Execution;
}

type GivenOptions = Params<"tagging/start">;

const defaultCaptionName = "[name].txt";

/** What was given, what is missing set to what is usual here. */
export function completeOptions(given: GivenOptions, usual: UsualTagging = plainTagging): TagOptions {
  const first = usual.model ?? builtInModel;
  const models = given.models ?? [{ model: first }];
  return {
    folder: given.folder,
    recursive: given.recursive ?? false,
    names: given.names ?? null,
    models: models.map(({ model, weight }) => ({ model, weight: weight ?? 1 })),
    join: given.join ?? "union",
    choice: completeChoice(given.choice ?? usualChoice(usual, models[0]?.model ?? first)),
    existing: given.existing ?? usual.existing,
    output: given.output ?? null,
    captionName: given.captionName ?? defaultCaptionName,
    rescore: given.rescore ?? false,
    scoresOnly: given.scoresOnly ?? false,
    execution: completeExecution(asUsual(given, usual.execution)),
  };
}

const oneOf = <T>(known: readonly T[], value: unknown, otherwise: T): T =>
  known.find((one) => one === value) ?? otherwise;

/** Options as a job kept them; the choice was validated before it was kept. */
export function parseTagOptions(stored: unknown): TagOptions {
  const {
    folder,
    recursive,
    names,
    models,
    join,
    choice,
    existing,
    output,
    captionName,
    rescore,
    scoresOnly,
    execution,
  } = Object(stored);
  const uses: unknown[] = Array.isArray(models) ? models : [];
  return {
    folder: String(folder),
    recursive: recursive === true,
    names: Array.isArray(names) ? names.map(String) : null,
    models: uses.map((use) => ({ model: String(Object(use).model), weight: Number(Object(use).weight) })),
    join: oneOf(joinModes, join, "union"),
    choice: completeChoice(Object(choice)),
    existing: oneOf(existingModes, existing, "skip"),
    output: typeof output === "string" ? output : null,
    captionName: typeof captionName === "string" ? captionName : defaultCaptionName,
    rescore: rescore === true,
    scoresOnly: scoresOnly === true,
    execution: parseExecution(execution),
  };
}
