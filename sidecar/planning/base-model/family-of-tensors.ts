import type { SafetensorsHeader } from "../../host/safetensors.js";
import type { PredictionType } from "../facts.js";
import type { FamilyName } from "../families.js";

export interface ModelKind {
  family: FamilyName | null;
  prediction: PredictionType | null;
  zeroTerminalSnr: boolean;
}

// Checkpoints put the denoiser below one of these, or at the root.
const PREFIXES = ["", "model.diffusion_model.", "net.", "model.net."];

// Width of the text encoder's states that the first cross-attention reads.
const CROSS_ATTENTION = "input_blocks.1.1.transformer_blocks.0.attn2.to_k.weight";
const CROSS_ATTENTION_XL = "input_blocks.4.1.transformer_blocks.0.attn2.to_k.weight";

type Tensors = SafetensorsHeader["tensors"];

function find(tensors: Tensors, name: string) {
  for (const prefix of PREFIXES) {
    const entry = tensors.get(prefix + name);
    if (entry) return entry;
  }
  return null;
}

const starts = (tensors: Tensors, beginning: string): boolean =>
  [...tensors.keys()].some((name) => PREFIXES.some((prefix) => name.startsWith(prefix + beginning)));

const byWidth = new Map<number | undefined, FamilyName>([
  [768, "sd15"],
  [1024, "sd2"],
  [2048, "sdxl"],
]);

/** By tensors that only one family's denoiser has (the layouts that sd-scripts' loaders read). */
function familyOf(tensors: Tensors): FamilyName | null {
  const attention = find(tensors, CROSS_ATTENTION) ?? find(tensors, CROSS_ATTENTION_XL);
  if (attention) return byWidth.get(attention.shape[1]) ?? null;
  if (starts(tensors, "joint_blocks.")) return "sd3";
  if (starts(tensors, "distilled_guidance_layer.")) return "chroma";
  if (starts(tensors, "double_blocks."))
    return starts(tensors, "byt5_in.") || hasFusedQkv(tensors) ? "hunyuan" : "flux";
  if (starts(tensors, "context_refiner.")) return "lumina";
  if (starts(tensors, "llm_adapter.") || starts(tensors, "blocks.0.adaln_modulation_cross_attn.")) return "anima";
  return null;
}

const hasFusedQkv = (tensors: Tensors): boolean => starts(tensors, "double_blocks.0.img_attn_qkv.");

const architectures: readonly (readonly [string, FamilyName])[] = [
  ["stable-diffusion-xl", "sdxl"],
  ["stable-diffusion-v1", "sd15"],
  ["stable-diffusion-v2", "sd2"],
  ["stable-diffusion-3", "sd3"],
  ["flux-1", "flux"],
  ["chroma", "chroma"],
  ["lumina", "lumina"],
  ["hunyuan-image", "hunyuan"],
  ["anima", "anima"],
];

/** Family of a `modelspec.architecture`, as sd-scripts writes it (`sai_model_spec.py`). */
export const familyOfArchitecture = (architecture: string): FamilyName | null =>
  architectures.find(([beginning]) => architecture.toLowerCase().startsWith(beginning))?.[1] ?? null;

const flow = new Set<FamilyName>(["anima", "flux", "sd3", "lumina", "hunyuan", "chroma"]);

/** What a model's own file tells of itself; its tensors go before what its metadata claim. */
export function kindOfModel({ metadata, tensors }: SafetensorsHeader): ModelKind {
  const architecture = metadata.get("modelspec.architecture") ?? "";
  const family = familyOf(tensors) ?? familyOfArchitecture(architecture);
  const claimed = metadata.get("modelspec.prediction_type") ?? "";
  // NoobAI's v-prediction checkpoints and those merged from them carry tensors by these names as marks.
  const marked = tensors.has("v_pred");
  const v = marked || claimed.startsWith("v") || architecture.endsWith("-v");
  // That a file is silent does not make it epsilon: most v-prediction SDXL files before 2024 do not tell.
  const epsilon = claimed.startsWith("epsilon") || family === "sd15";
  const prediction = family !== null && flow.has(family) ? "flow" : v ? "v" : epsilon ? "epsilon" : null;
  return { family, prediction, zeroTerminalSnr: tensors.has("ztsnr") };
}
