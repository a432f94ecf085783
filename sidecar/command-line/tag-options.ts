import { existsSync } from "node:fs";
import type { Params, TagChoice } from "../../protocol/validate.js";
import { providers } from "../host/inference/providers.js";
import { StudioError } from "../host/studio-error.js";
import { concepts, conceptThresholds } from "../tagging/advice/advise.js";
import { builtInModel } from "../tagging/model.js";
import { knownModel, knownModels } from "../tagging/models/known-models.js";
import { existingModes } from "../tagging/options.js";
import { joinModes } from "../tagging/scores/join-models.js";
import {
  type Arguments,
  commaList,
  flag,
  fromWhereTheUserStands,
  oneOf,
  parseArguments,
  text,
  texts,
  threshold,
  wholeNumber,
} from "./arguments.js";

const kinds = {
  model: texts,
  weights: text,
  join: text,
  preset: text,
  concept: text,
  threshold: text,
  "character-threshold": text,
  thresholds: text,
  mcut: text,
  "max-tags": text,
  rating: text,
  exclude: text,
  keep: text,
  add: text,
  "add-last": text,
  replace: texts,
  "always-first": text,
  "drop-overlaps": flag,
  "split-series": flag,
  "escape-brackets": flag,
  underscores: flag,
  "weights-in-file": flag,
  "min-share": text,
  separator: text,
  order: text,
  "characters-mixed": flag,
  existing: text,
  output: text,
  "caption-name": text,
  recursive: flag,
  rescore: flag,
  "scores-only": flag,
  provider: text,
  threads: text,
  "batch-size": text,
  "kept-scores": flag,
  "dry-run": flag,
  disagreements: flag,
  export: text,
  replaceable: flag,
  save: text,
  delete: text,
  json: flag,
};

export const tagUsage = `tag DIR [--model NAME|FOLDER]… [--threshold 0.35] [--character-threshold 0.85] [--existing skip|only-empty|overwrite|append|prepend] [--output DIR] [--recursive] [--json]
      which tags:  [--preset NAME] [--concept character|outfit|style|object] [--thresholds copyright=0.5,artist=0.4] [--mcut general|character|both] [--max-tags N] [--rating none|first|last] [--exclude a,b*,/expression/] [--keep a,b] [--min-share 0.05] [--drop-overlaps]
      how written: [--add a,b] [--add-last a,b] [--always-first a,b] [--replace "from=>to"]… [--order confidence|model|alphabetical] [--characters-mixed] [--split-series] [--escape-brackets] [--underscores] [--weights-in-file] [--separator ", "] [--caption-name "[name].txt"]
      several models: [--weights 1,0.5] [--join union|intersection|mean|maximum] [--disagreements]
      how it runs: [--provider auto|cpu|cuda|dml|coreml|webgpu] [--threads N] [--batch-size N]
      again without the model: [--kept-scores] [--dry-run] [--export FILE.json|.jsonl|.csv [--replaceable]];  anew with it: [--rescore];  no captions yet: [--scores-only]
  tag FILE [--model NAME|FOLDER] [--threshold 0.35] [--character-threshold 0.85] [--json]      (one picture: rating, characters, tags; nothing is written)
  tag presets [--save NAME …] [--delete NAME] [--json]`;

const categories = ["general", "character", "copyright", "artist", "meta", "quality", "model", "other"] as const;

function thresholdsByCategory(value: string | undefined): NonNullable<TagChoice["thresholds"]> {
  const pairs = commaList(value).map((part): [string, number] => {
    const [category = "", number] = part.split("=");
    oneOf("thresholds", category, categories);
    return [category, threshold("thresholds", number ?? "", 0)];
  });
  return Object.fromEntries(pairs);
}

function replaceRules(rules: readonly string[]): TagChoice["replace"] {
  return rules.map((rule) => {
    const at = rule.indexOf("=>");
    if (at > 0) return { from: rule.slice(0, at).trim(), to: rule.slice(at + 2).trim() };
    throw new StudioError(
      "badArguments",
      `--replace expects FROM=>TO; found "${rule}".`,
      'For instance --replace "grey hair=>silver hair"; nothing after => takes the tag out.',
    );
  });
}

function weightsOf(value: string | undefined, models: number): number[] | undefined {
  if (value === undefined) return undefined;
  const weights = commaList(value).map(Number);
  if (weights.length === models && weights.every((weight) => weight > 0 && weight <= 100)) return weights;
  throw new StudioError(
    "badArguments",
    `--weights expects ${models} numbers above 0, one for each --model; found "${value}".`,
    "For instance --weights 1,0.5",
  );
}

/** A name stays one, unless it could only be a folder: `models list` has the names, `owner/name` is a repository. */
function modelGiven(model: string): string {
  const known =
    model === builtInModel || knownModels.some(({ name, repository }) => [name, repository].includes(model));
  const folder = fromWhereTheUserStands(model);
  if (known || (knownModel(model) && !existsSync(folder))) return model;
  // The name of a tagger whose scores are kept may be all that is left of it.
  return /[/\\]/.test(model) || existsSync(folder) ? folder : model;
}

/** Leaves out what was not given, so that a preset or the default stands. */
function given<T extends object>(fields: { [K in keyof T]: T[K] | undefined }): Partial<T> {
  const entries = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object(Object.fromEntries(entries));
}

/** The choice of tags as the arguments change `preset`; `usual` is the model where none is named. */
export function choiceOf(values: Arguments, preset: TagChoice, usual: string | null = null): TagChoice {
  const list = (name: string): string[] | undefined =>
    values.text(name) === undefined ? undefined : commaList(values.text(name));
  const set = (name: string): true | undefined => (values.flag(name) ? true : undefined);
  const share = (name: string): number | undefined =>
    values.text(name) === undefined ? undefined : threshold(name, values.text(name), 0);
  const concept = oneOf("concept", values.text("concept"), concepts);
  const mcut = oneOf("mcut", values.text("mcut"), ["general", "character", "both"]);
  const most = values.text("max-tags");
  return {
    ...preset,
    ...given<TagChoice>({
      mcut: mcut && { general: mcut !== "character", character: mcut !== "general" },
      maxTags: most === undefined ? undefined : wholeNumber("max-tags", most),
      rating: oneOf("rating", values.text("rating"), ["none", "first", "last"]),
      exclude: list("exclude"),
      keep: list("keep"),
      addFirst: list("add"),
      addLast: list("add-last"),
      replace: values.texts("replace").length > 0 ? replaceRules(values.texts("replace")) : undefined,
      alwaysFirst: list("always-first"),
      dropOverlaps: set("drop-overlaps"),
      splitSeries: set("split-series"),
      escapeBrackets: set("escape-brackets"),
      underscores: set("underscores"),
      weights: set("weights-in-file"),
      minShare: share("min-share"),
      separator: values.text("separator"),
      order: oneOf("order", values.text("order"), ["confidence", "model", "alphabetical"]),
      charactersFirst: values.flag("characters-mixed") ? false : undefined,
    }),
    thresholds: {
      ...knownModel(values.texts("model")[0] ?? usual ?? "")?.thresholds,
      ...preset.thresholds,
      ...(concept ? conceptThresholds[concept] : {}),
      ...given({ general: share("threshold"), character: share("character-threshold") }),
      ...thresholdsByCategory(values.text("thresholds")),
    },
  };
}

export const parseTagArguments = (argumentList: string[]): Arguments => parseArguments(argumentList, kinds, tagUsage);

/** How the models are to run, for the methods that run them. */
export function executionParams(
  values: Arguments,
): Pick<Params<"tagging/start">, "provider" | "threads" | "batchSize"> {
  const number = (name: string): number | undefined => {
    const value = values.text(name);
    return value === undefined ? undefined : wholeNumber(name, value);
  };
  return given<Pick<Params<"tagging/start">, "provider" | "threads" | "batchSize">>({
    provider: oneOf("provider", values.text("provider"), providers),
    threads: number("threads"),
    batchSize: number("batch-size"),
  });
}

/** What `tag` asks for, as the protocol has it; `preset` is what --preset names, or the usual choice. */
export function tagParams(
  values: Arguments,
  preset: TagChoice,
  usual: string | null = null,
): Omit<Params<"tagging/start">, "rescore" | "scoresOnly"> {
  const named = values.texts("model").map(modelGiven);
  const weights = weightsOf(values.text("weights"), named.length);
  const models = named.map((model, index) => ({ model, weight: weights?.[index] ?? 1 }));
  if (usual !== null && models.length === 0) models.push({ model: usual, weight: 1 });
  const output = values.text("output");
  return {
    folder: values.folder,
    recursive: values.flag("recursive"),
    choice: choiceOf(values, preset, usual),
    output: output ? fromWhereTheUserStands(output) : null,
    ...given<Pick<Params<"tagging/start">, "models" | "join" | "captionName" | "existing">>({
      models: models.length === 0 ? undefined : models,
      join: oneOf("join", values.text("join"), joinModes),
      captionName: values.text("caption-name"),
      existing: oneOf("existing", values.text("existing"), existingModes),
    }),
  };
}

export type TagParams = ReturnType<typeof tagParams>;
