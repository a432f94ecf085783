import type { FamilyName } from "../families.js";
import type { TrainingPlan } from "../plan.js";
import { planValues } from "../plan-values.js";

export interface Range {
  low: number;
  high: number;
}

/** GiB that a family takes: seeds, which a run of one's own corrects. */
interface MemoryFigures {
  /** The denoiser's weights in 16 bits. */
  weights: number;
  /** Text encoders and VAE, while they stay on the GPU. */
  besides: number;
  /** Per megapixel of a batch: as it is, and with gradient checkpointing. */
  activations: number;
  checkpointed: number;
  /** Blocks that may be kept in main memory. */
  blocks: number;
}

/**
 * Set so that the published figures lie inside the ranges: SD1.5 15–17 GB at batch 8 of 512² (LyCORIS guidelines), 6 GB barely
 * for batch 2 (kohya_ss options.md); SDXL 8–10 GB with everything saved, out of memory at 24 GB without (train_SDXL-en.md); FLUX
 * 24 GB at batch 2 with fp8, 12 GB with 16 blocks swapped, 8 GB with 28 (flux_train_network.md); Anima 16 GB
 * (AnimaLoraStudio). What is not published is scaled by the number of weights.
 */
const figures: Readonly<Record<FamilyName, MemoryFigures>> = {
  sd15: { weights: 1.6, besides: 0.6, activations: 6.2, checkpointed: 2.2, blocks: 0 },
  sd2: { weights: 1.6, besides: 1, activations: 6.5, checkpointed: 2.3, blocks: 0 },
  sdxl: { weights: 4.8, besides: 1.8, activations: 15, checkpointed: 2.6, blocks: 0 },
  sd3: { weights: 15, besides: 11, activations: 14, checkpointed: 3, blocks: 36 },
  flux: { weights: 22, besides: 9.5, activations: 20, checkpointed: 4, blocks: 35 },
  chroma: { weights: 16.5, besides: 9.2, activations: 18, checkpointed: 3.8, blocks: 35 },
  lumina: { weights: 4.9, besides: 5.2, activations: 14, checkpointed: 3, blocks: 24 },
  anima: { weights: 3.9, besides: 1.6, activations: 13, checkpointed: 3, blocks: 26 },
  hunyuan: { weights: 32, besides: 16, activations: 18, checkpointed: 4, blocks: 50 },
};

// CUDA's own context and what the allocator leaves unused.
const ALWAYS = 1;
const EITHER_WAY = 0.25;
// Bytes that an optimizer keeps of each trained number, beside the 32-bit weight and its gradient.
const optimizerBytes: readonly (readonly [RegExp, number])[] = [
  [/8bit/, 2],
  [/adafactor|sgd/, 1],
  [/lion/, 4],
  [/prodigy|dadapt/, 16],
  [/./, 8],
];

/**
 * GiB of GPU memory that a plan takes, about.
 * @param megapixels of the largest training picture
 * @param loraBytes of the file in 16 bits, null where unknown
 */
export function trainingMemory(plan: TrainingPlan, megapixels: number, loraBytes: number | null): Range {
  const values = planValues(plan);
  const known = figures[plan.family];
  const fp8 = ["fp8_base", "fp8_base_unet", "fp8_scaled"].some((name) => values.flag(name));
  const swapped = Math.min(values.number("blocks_to_swap"), known.blocks);
  const kept = known.blocks > 0 ? 1 - (0.9 * swapped) / known.blocks : 1;
  const weights = known.weights * (fp8 ? 0.55 : 1) * kept;
  const full = values.text("mixed_precision") === "no" || values.text("mixed_precision") === "";
  const cached = values.flag("cache_text_encoder_outputs") || values.flag("cache_text_encoder_outputs_to_disk");
  const besides = known.besides * (cached ? 0.15 : 1);
  const perMegapixel = values.flag("gradient_checkpointing") ? known.checkpointed : known.activations;
  const batch = Math.max(1, values.number("train_batch_size", 1));
  const trained = (loraBytes ?? 100e6) / 2;
  const optimizer = values.text("optimizer_type").toLowerCase() || "adamw";
  const states = 8 + (optimizerBytes.find(([pattern]) => pattern.test(optimizer))?.[1] ?? 8);
  const gib = (full ? 2 : 1) * (weights + besides + perMegapixel * megapixels * batch) + (trained * states) / 1024 ** 3;
  return { low: ALWAYS + gib * (1 - EITHER_WAY), high: ALWAYS + gib * (1 + EITHER_WAY) };
}
