import { familyNames } from "../../planning/families.js";
import type { Tool, ToolArgument, ToolName } from "./tool.js";

const MOST_DIM = 1024;
const MOST_LORAS = 32;
const PRECISIONS = ["float", "fp16", "bf16"] as const;
const all = (script: string) => Object.fromEntries(familyNames.map((family) => [family, script]));

const savePrecision: ToolArgument = { name: "save_precision", kind: "choice", choices: PRECISIONS, default: null };
const precision: ToolArgument = { name: "precision", kind: "choice", choices: PRECISIONS, default: "float" };
const device: ToolArgument = { name: "device", kind: "text", default: null };
const noMetadata: ToolArgument = { name: "no_metadata", kind: "flag", default: false };
const newRank: ToolArgument = { name: "new_rank", kind: "integer", least: 1, most: MOST_DIM, default: 4 };
const newConvRank: ToolArgument = { name: "new_conv_rank", kind: "integer", least: 1, most: MOST_DIM, default: null };
const lightMemory: ToolArgument = { name: "mem_eff_load_save", kind: "flag", default: false, families: ["flux"] };

/**
 * The tools that are offered. Source: the parsers of sd-scripts 48d368fa (2026-02-16), `networks/*.py`. Left out: what names a
 * second output file, layer weights (`lbws`), and arguments that only print more.
 */
export const tools: readonly Tool[] = [
  {
    name: "resize",
    scripts: all("networks/resize_lora.py"),
    least: 1,
    most: 1,
    files: {},
    makes: "lora",
    arguments: [
      newRank,
      newConvRank,
      { name: "dynamic_method", kind: "choice", choices: ["sv_ratio", "sv_fro", "sv_cumulative"], default: null },
      { name: "dynamic_param", kind: "number", least: 0, most: 1_000_000, default: null },
      savePrecision,
      device,
      { name: "verbose", kind: "flag", default: false },
    ],
  },
  {
    name: "merge",
    scripts: {
      sd15: "networks/merge_lora.py",
      sd2: "networks/merge_lora.py",
      sdxl: "networks/sdxl_merge_lora.py",
      flux: "networks/flux_merge_lora.py",
    },
    always: { sd2: ["--v2"] },
    least: 1,
    most: MOST_LORAS,
    files: {},
    makes: "lora",
    arguments: [
      precision,
      savePrecision,
      { name: "concat", kind: "flag", default: false },
      { name: "shuffle", kind: "flag", default: false },
      noMetadata,
    ],
  },
  {
    name: "mergeBySvd",
    scripts: {
      sd15: "networks/svd_merge_lora.py",
      sd2: "networks/svd_merge_lora.py",
      sdxl: "networks/svd_merge_lora.py",
    },
    least: 1,
    most: MOST_LORAS,
    files: {},
    makes: "lora",
    arguments: [newRank, newConvRank, precision, savePrecision, device, noMetadata],
  },
  {
    name: "mergeInto",
    scripts: {
      sd15: "networks/merge_lora.py",
      sd2: "networks/merge_lora.py",
      sdxl: "networks/sdxl_merge_lora.py",
      flux: "networks/flux_merge_lora.py",
    },
    always: { sd2: ["--v2"] },
    least: 1,
    most: MOST_LORAS,
    files: { checkpoint: { sd15: "sd_model", sd2: "sd_model", sdxl: "sd_model", flux: "flux_model" } },
    makes: "checkpoint",
    arguments: [precision, savePrecision, lightMemory, noMetadata],
  },
  {
    name: "extract",
    scripts: {
      sd15: "networks/extract_lora_from_models.py",
      sd2: "networks/extract_lora_from_models.py",
      sdxl: "networks/extract_lora_from_models.py",
      flux: "networks/flux_extract_lora.py",
    },
    always: { sd2: ["--v2"], sdxl: ["--sdxl"] },
    least: 0,
    most: 0,
    files: { original: "model_org", tuned: "model_tuned" },
    makes: "lora",
    arguments: [
      { name: "dim", kind: "integer", least: 1, most: MOST_DIM, default: 4 },
      {
        name: "conv_dim",
        kind: "integer",
        least: 1,
        most: MOST_DIM,
        default: null,
        families: ["sd15", "sd2", "sdxl"],
      },
      { name: "clamp_quantile", kind: "number", least: 0, most: 1, default: 0.99 },
      { name: "min_diff", kind: "number", least: 0, most: 1, default: 0.01, families: ["sd15", "sd2", "sdxl"] },
      { ...precision, name: "load_precision", default: null, families: ["sd15", "sd2", "sdxl"] },
      savePrecision,
      { name: "v_parameterization", kind: "flag", default: null, families: ["sd15", "sd2"] },
      { name: "mem_eff_safe_open", kind: "flag", default: false, families: ["flux"] },
      device,
      noMetadata,
    ],
  },
  {
    name: "check",
    scripts: all("networks/check_lora_weights.py"),
    least: 1,
    most: 1,
    files: {},
    makes: "nothing",
    arguments: [{ name: "show_all_keys", kind: "flag", default: false }],
  },
];

export function toolNamed(name: ToolName): Tool {
  const found = tools.find((tool) => tool.name === name);
  if (found === undefined) throw new Error(`The table has no tool ${name}.`);
  return found;
}

/** The arguments that a tool's script of a family knows. */
export const argumentsFor = (tool: Tool, family: string): readonly ToolArgument[] =>
  tool.arguments.filter(({ families }) => families === undefined || families.some((one) => one === family));
