import { basename, extname } from "node:path";
import type { Result } from "../../../protocol/validate.js";
import { readSafetensorsHeader } from "../../host/safetensors.js";
import { reportError, StudioError } from "../../host/studio-error.js";
import { say } from "../../words/sentence.js";
import { lookAtModel } from "../base-model/look-at-model.js";
import { namedPaths } from "../examine/named-paths.js";
import type { FamilyName } from "../families.js";
import { type Looking, lookAtData } from "../gather/data-facts.js";
import type { FieldProblem } from "../kohya/kohya-fields.js";
import { kohyaToPlan } from "../kohya/kohya-to-plan.js";
import { isKohyaConfig, readKohya } from "../kohya/read-kohya.js";
import { planFromMetadata } from "../metadata/plan-from-metadata.js";
import { parameterNamed } from "../parameters/table.js";
import type { KohyaConfig, PlanDataset, TrainingPlan } from "../plan.js";
import { readDatasetToml } from "../toml/dataset-toml.js";
import { readTrainerToml } from "../toml/read-toml.js";
import { parseToml } from "../toml/toml-text.js";
import { familyInRemark } from "./family-remark.js";
import { foreignFolders } from "./foreign-folders.js";
import { isOwnPlan, readOwnPlan } from "./own-plan.js";
import { readConfigurationFile } from "./read-file.js";

type Kind = Result<"planning/import">["kind"];

export interface Imported {
  plan: TrainingPlan;
  kind: Kind;
  problems: FieldProblem[];
  unknown: string[];
  folders: Result<"planning/import">["folders"];
  foreign: string[];
}

type Read = Omit<Imported, "foreign">;

/** Another file that a configuration names; null when it is not here, or no text. */
async function besideText(path: string | null, { paths }: Looking): Promise<string | null> {
  if (path === null) return null;
  const local = await paths.look(path);
  return local.state === "there" ? readConfigurationFile(local.path).catch(() => null) : null;
}

async function besideDatasets(
  path: string | null,
  looking: Looking,
  problems: FieldProblem[],
): Promise<PlanDataset[] | null> {
  const text = await besideText(path, looking);
  if (text === null) {
    if (path !== null) problems.push({ field: "dataset_config", expected: "a dataset TOML that is here", found: path });
    return null;
  }
  try {
    const reading = readDatasetToml(text);
    problems.push(...reading.problems);
    return reading.datasets;
  } catch (error) {
    problems.push({ field: "dataset_config", expected: "a dataset TOML", found: reportError(error).message });
    return null;
  }
}

/** Pictures × repeats as Kohya's GUI counts them; null when the folders are not here. */
export async function kohyaShowingsOf(plan: TrainingPlan, looking: Looking): Promise<number | null> {
  const looked = await lookAtData(plan, looking);
  if (looked === null || looked.facts.missing.length > 0) return null;
  return looked.facts.datasets
    .flatMap(({ subsets }) => subsets)
    .filter(({ regularisation }) => !regularisation)
    .reduce((sum, { kohyaPictures, repeats }) => sum + kohyaPictures * repeats, 0);
}

async function fromKohya(config: KohyaConfig, looking: Looking): Promise<Read> {
  const first = kohyaToPlan(config, { showings: null });
  const problems: FieldProblem[] = [];
  const datasets = await besideDatasets(first.datasetConfig, looking, problems);
  // The steps of a percentage of warm-up are known only with the pictures.
  const showings = await kohyaShowingsOf(first.plan, looking);
  const { plan, problems: found } = kohyaToPlan(config, { showings, datasets });
  return { plan, kind: "kohya", problems: [...found, ...problems], unknown: [], folders: [] };
}

/** What the base model's own file says, where the arguments do not tell. */
async function familyOfModel(plan: TrainingPlan, { paths }: Looking): Promise<FamilyName | null> {
  const model = plan.arguments.pretrained_model_name_or_path;
  if (typeof model !== "string") return null;
  const local = await paths.look(model);
  return local.state === "there" ? (await lookAtModel(local.path)).family : null;
}

async function fromToml(text: string, looking: Looking): Promise<Read> {
  const table = parseToml(text);
  if (Object.keys(table).length === 0) {
    throw new StudioError(
      "badArguments",
      say("Expected a configuration, found an empty text."),
      say("Choose the file that holds it."),
    );
  }
  if (Object.hasOwn(table, "datasets") || Object.hasOwn(table, "general")) {
    const { datasets, problems } = readDatasetToml(text);
    const plan: TrainingPlan = {
      name: "dataset",
      family: "sdxl",
      length: { by: "epochs", value: 10 },
      arguments: {},
      datasets,
      launch: {},
      samplePrompts: null,
      additional: [],
      origin: { kind: "toml" },
    };
    return { plan, kind: "dataset-toml", problems, unknown: ["everything but the set"], folders: [] };
  }
  const first = readTrainerToml(text);
  const family = familyInRemark(text) ?? (first.familyIsCertain ? null : await familyOfModel(first.plan, looking));
  const problems: FieldProblem[] = [];
  const datasets = await besideDatasets(first.datasetConfig, looking, problems);
  const samplePrompts = await besideText(first.samplePromptsFile, looking);
  const { plan, problems: found } = readTrainerToml(text, {
    datasets,
    samplePrompts,
    ...(family === null ? {} : { family }),
  });
  const unknown = Object.keys(plan.arguments).filter((name) => parameterNamed(name) === null);
  return { plan, kind: "toml", problems: [...found, ...problems], unknown, folders: [] };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new StudioError(
      "badArguments",
      say("Expected a configuration, found JSON that breaks off."),
      reportError(error).message,
      error,
    );
  }
}

async function readText(text: string, looking: Looking): Promise<Read> {
  if (
    !text
      .trimStart()
      .replace(/^\uFEFF/, "")
      .startsWith("{")
  )
    return fromToml(text, looking);
  const value = jsonOf(text);
  if (isOwnPlan(value)) return { plan: readOwnPlan(value), kind: "plan", problems: [], unknown: [], folders: [] };
  return fromKohya(isKohyaConfig(value) ? value : readKohya(text), looking);
}

async function fromLora(path: string): Promise<Read> {
  const { plan, folders, unknown } = planFromMetadata(path, await readSafetensorsHeader(path));
  return { plan, kind: "metadata", problems: [], unknown, folders };
}

/**
 * Reads a configuration: Kohya's JSON, sd-scripts' TOML, a dataset TOML, a plan of our own, or what a LoRA file says of its
 * training. @throws StudioError "badArguments" when it is none of these
 */
export async function importPlan(from: { path: string } | { text: string }, looking: Looking): Promise<Imported> {
  const path = "path" in from ? from.path : null;
  const isLora = path !== null && [".safetensors", ".sft"].includes(extname(path).toLowerCase());
  const read = isLora
    ? await fromLora(path)
    : await readText("text" in from ? from.text : await readConfigurationFile(from.path), looking);
  const fallback = path === null ? "plan" : basename(path, extname(path));
  // Arguments that are as the trainer has them anyway say nothing.
  const plan = { ...read.plan, name: (read.plan.name || fallback).slice(0, 200) };
  return { ...read, plan, foreign: foreignFolders(await namedPaths(plan, looking.paths)) };
}
