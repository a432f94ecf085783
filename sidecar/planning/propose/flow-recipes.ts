import type { FamilyName } from "../families.js";
import { type Choice, choose } from "./choice.js";
import type { Situation } from "./situation.js";

/** Arguments of the flow-matching families as sd-scripts' own documents name them. */
const own: Readonly<Partial<Record<FamilyName, readonly Choice[]>>> = {
  flux: [
    choose("timestep_sampling", "flux_shift", "timesteps", "fluxGuide", { value: "flux_shift" }),
    choose("model_prediction_type", "raw", "predictionRaw", "fluxGuide"),
    choose("guidance_scale", 1, "guidanceOne", "fluxGuide"),
  ],
  chroma: [
    choose("timestep_sampling", "sigmoid", "timesteps", "fluxGuide", { value: "sigmoid" }),
    choose("guidance_scale", 0, "guidanceChroma", "trainUtil"),
    choose("apply_t5_attn_mask", true, "maskChroma", "trainUtil"),
  ],
  sd3: [choose("weighting_scheme", "uniform", "weighting", "sd3Guide", { value: "uniform" })],
  lumina: [
    choose("timestep_sampling", "nextdit_shift", "timesteps", "luminaGuide", { value: "nextdit_shift" }),
    choose("discrete_flow_shift", 6, "flowShift", "luminaGuide", { value: 6 }),
    choose("model_prediction_type", "raw", "predictionRaw", "luminaGuide"),
  ],
  hunyuan: [
    choose("discrete_flow_shift", 5, "flowShift", "hunyuanGuide", { value: 5 }),
    choose("split_attn", true, "splitAttention", "hunyuanGuide"),
    choose("model_prediction_type", "raw", "predictionRaw", "hunyuanGuide"),
  ],
  anima: [choose("timestep_sampling", "sigmoid", "timesteps", "animaGuide", { value: "sigmoid" })],
};

/** Blocks to keep in main memory by the GPU's, as the document for FLUX lists them. */
function swapped({ family, gpuMemory }: Situation): Choice[] {
  if (gpuMemory === null || gpuMemory >= 24 || !["flux", "chroma", "hunyuan", "sd3"].includes(family)) return [];
  const blocks = gpuMemory >= 16 ? 8 : gpuMemory >= 12 ? 16 : gpuMemory >= 10 ? 22 : 28;
  return [choose("blocks_to_swap", blocks, "swap", "fluxGuide", { memory: gpuMemory, blocks })];
}

const takesFp8: ReadonlySet<FamilyName> = new Set(["flux", "chroma", "sd3"]);

/** A proposal for a family that is trained by flow matching: the denoiser alone, text encoders' outputs kept. */
export function flowRecipe(situation: Situation): Choice[] {
  const { family, gpuMemory, concept, images } = situation;
  const dim = concept === "style" ? 32 : 16;
  const narrow = gpuMemory === null || gpuMemory < 32;
  return [
    choose("network_dim", dim, concept === "style" ? "dimStyle" : "dimEnough", "article", { dim, images }),
    choose("network_alpha", dim, "alphaSame", "networkGuide", { dim, alpha: dim }),
    choose("optimizer_type", "AdamW", "adamwEverywhere", "trainUtil"),
    choose("learning_rate", 1e-4, "rateFlow", "networkGuide", { rate: "1e-4" }),
    choose("lr_scheduler", "constant", "constantFlow", "networkGuide"),
    choose("network_train_unet_only", true, "unetOnlyFlow", "networkGuide"),
    choose("cache_text_encoder_outputs", true, "cacheTextEncoder", "networkGuide"),
    choose("cache_latents", true, "cacheLatents", "networkGuide"),
    choose("caption_extension", ".txt", "captionText", "trainUtil"),
    choose("mixed_precision", "bf16", "bf16", "networkGuide"),
    choose("save_precision", "bf16", "saveBf16", "networkGuide"),
    choose("gradient_checkpointing", true, "checkpointing", "networkGuide", { memory: gpuMemory ?? 0 }),
    ...(narrow && takesFp8.has(family) ? [choose("fp8_base", true, "fp8", "fluxGuide")] : []),
    ...(narrow && family === "hunyuan" ? [choose("fp8_scaled", true, "fp8", "fluxGuide")] : []),
    ...swapped(situation),
    ...(own[family] ?? []),
  ];
}
