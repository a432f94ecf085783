import type { RepositoryModel } from "../../host/hub/repository-model.js";

/** How a model's files, input and output are laid out. */
type LayoutKind = "wd" | "cl-tagger" | "camie" | "pixai" | "deepdanbooru";

/** A tagger that can be asked for by name. */
export interface KnownModel extends RepositoryModel {
  layout: LayoutKind;
  /** 0–1, where they differ from 0.35 and 0.85. */
  thresholds?: { general: number; character: number };
  /** Download in MB (10⁶ bytes), rounded; only where it was found in print. */
  megabytes?: number;
}

const wd = (name: string, megabytes?: number): KnownModel => ({
  name,
  repository: `SmilingWolf/${name}`,
  folder: "",
  files: ["selected_tags.csv", "model.onnx"],
  layout: "wd",
  ...(megabytes ? { megabytes } : {}),
});

/**
 * Every tagger that can be asked for by name, the usual choice first.
 *
 * Where the facts come from: repositories and file names of WD v2 and v3, PixAI and DeepDanbooru from the source of
 * dghs-imgutils 0.19 (`imgutils.tagging`), DeepDanbooru's 0.5 too; WD v1 and `camie-tagger-v2` with its two files from
 * the lists of several public taggers that agree; cl_tagger's folder from sd-scripts' way to name it (`owner/repository/
 * folder`, `model_optimized.onnx`, `tag_mapping.json`); PixAI's 0.3 and 0.85 and Camie's 0.61 from programs that quote
 * the models' pages. Sizes from such lists as well; the hub's own answer replaces them when a download begins.
 */
export const knownModels: readonly KnownModel[] = [
  wd("wd-swinv2-tagger-v3", 467),
  wd("wd-vit-tagger-v3", 379),
  wd("wd-convnext-tagger-v3", 395),
  wd("wd-vit-large-tagger-v3"),
  wd("wd-eva02-large-tagger-v3", 1260),
  wd("wd-v1-4-moat-tagger-v2", 326),
  wd("wd-v1-4-swinv2-tagger-v2"),
  wd("wd-v1-4-convnextv2-tagger-v2"),
  wd("wd-v1-4-convnext-tagger-v2"),
  wd("wd-v1-4-vit-tagger-v2"),
  wd("wd-v1-4-convnext-tagger"),
  wd("wd-v1-4-vit-tagger"),
  {
    name: "cl_tagger",
    repository: "cella110n/cl_tagger",
    folder: "cl_tagger_1_02",
    files: ["tag_mapping.json", "model_optimized.onnx"],
    layout: "cl-tagger",
  },
  {
    name: "camie-tagger-v2",
    repository: "Camais03/camie-tagger-v2",
    folder: "",
    files: ["camie-tagger-v2-metadata.json", "camie-tagger-v2.onnx"],
    layout: "camie",
    thresholds: { general: 0.61, character: 0.61 },
    megabytes: 797,
  },
  {
    name: "pixai-tagger-v0.9-onnx",
    repository: "deepghs/pixai-tagger-v0.9-onnx",
    folder: "",
    files: ["thresholds.csv", "preprocess.json", "selected_tags.csv", "model.onnx"],
    layout: "pixai",
    thresholds: { general: 0.3, character: 0.85 },
    megabytes: 1271,
  },
  {
    name: "deepdanbooru",
    repository: "deepghs/imgutils-models",
    folder: "deepdanbooru",
    files: ["deepdanbooru_tags.csv", "deepdanbooru.onnx"],
    layout: "deepdanbooru",
    thresholds: { general: 0.5, character: 0.5 },
  },
];

const repositoryName = /^[\w.-]+\/[\w.-]+$/;

/**
 * The model for a name, for `owner/repository`, or null for anything else (a path).
 * A repository that is not in the table is taken for one in SmilingWolf's layout.
 */
export function knownModel(name: string): KnownModel | null {
  const known = knownModels.find((one) => one.name === name || one.repository === name);
  if (known) return known;
  if (!repositoryName.test(name) || name.split("/").some((part) => /^\.+$/.test(part))) return null;
  return { ...wd(name), repository: name };
}
