import { familyNamed } from "../families.js";
import { type Choice, choose } from "./choice.js";
import { flowRecipe } from "./flow-recipes.js";
import type { Situation } from "./situation.js";

// Below so many GiB everything that saves memory is asked for.
const NARROW = 10;
const ROOMY = 16;

const dims: Readonly<Record<Situation["concept"], number>> = { character: 16, outfit: 16, object: 16, style: 32 };

const isNarrow = ({ gpuMemory }: Situation, below: number): boolean => gpuMemory !== null && gpuMemory < below;

function network({ concept, family, images }: Situation): Choice[] {
  const dim = dims[concept];
  return [
    choose("network_dim", dim, concept === "style" ? "dimStyle" : "dimEnough", "article", { dim, images }),
    choose("network_alpha", dim / 2, "alphaHalf", "kohyaColab", { dim, alpha: dim / 2, family }),
  ];
}

/** AdamW is always there; the rates are those that guides for the family agree on most. */
function optimizer({ family }: Situation): Choice[] {
  if (family === "sdxl") {
    return [
      choose("optimizer_type", "AdamW", "adamwEverywhere", "trainUtil"),
      choose("learning_rate", 1e-4, "rateXl", "sdxlGuide", { rate: "1e-4" }),
      choose("network_train_unet_only", true, "unetOnlyXl", "sdxlGuide"),
      choose("lr_scheduler", "cosine", "cosine", "kohyaPresets"),
      choose("lr_warmup_steps", 0.05, "warmup", "kohyaColab", { percent: 5 }),
    ];
  }
  return [
    choose("optimizer_type", "AdamW", "adamwEverywhere", "trainUtil"),
    choose("learning_rate", 1e-4, "rateUsual", "article", { rate: "1e-4" }),
    choose("unet_lr", 1e-4, "rateUnet", "kohyaPresets", { rate: "1e-4" }),
    choose("text_encoder_lr", [5e-5], "rateTextEncoder", "kohyaPresets", { rate: "5e-5" }),
    choose("lr_scheduler", "cosine", "cosine", "kohyaPresets"),
    choose("lr_warmup_steps", 0.05, "warmup", "kohyaColab", { percent: 5 }),
  ];
}

function captions({ family }: Situation): Choice[] {
  const suffix = choose("caption_extension", ".txt", "captionText", "trainUtil");
  // The encoders' outputs are kept for SDXL, and captions that are shuffled have none to keep.
  if (family === "sdxl") return [suffix];
  return [
    suffix,
    choose("shuffle_caption", true, "shuffle", "kohyaColab"),
    choose("keep_tokens", 1, "keepTrigger", "kohyaColab"),
  ];
}

function memory(situation: Situation): Choice[] {
  const { family, gpuMemory } = situation;
  const checkpointing = family === "sdxl" ? !(gpuMemory !== null && gpuMemory >= 32) : isNarrow(situation, NARROW);
  return [
    choose("mixed_precision", "fp16", "halfPrecision", "article"),
    choose("save_precision", "fp16", "saveHalf", "article"),
    choose("sdpa", true, "sdpa", "trainUtil"),
    choose("cache_latents", true, "cacheLatents", "networkGuide"),
    ...(family === "sdxl" ? [choose("no_half_vae", true, "noHalfVae", "advancedGuide")] : []),
    ...(family === "sdxl" ? [choose("cache_text_encoder_outputs", true, "cacheTextEncoder", "networkGuide")] : []),
    ...(checkpointing
      ? [choose("gradient_checkpointing", true, "checkpointing", "networkGuide", { memory: gpuMemory ?? 0 })]
      : []),
  ];
}

function prediction({ prediction: kind, zeroTerminalSnr }: Situation): Choice[] {
  if (kind !== "v") return [choose("min_snr_gamma", 5, "minSnr", "minSnr")];
  return [
    choose("v_parameterization", true, "vPrediction", "modelFile"),
    ...(zeroTerminalSnr ? [choose("zero_terminal_snr", true, "zeroTerminalSnr", "modelFile")] : []),
  ];
}

/** Resolution and buckets: pictures are used as large as they are, up to what the family was made with. */
function resolution({ family, pictureSize, shortestSide, gpuMemory }: Situation): Choice[] {
  const { side, bucketStep } = familyNamed(family);
  const step = Math.max(64, bucketStep);
  const small = pictureSize !== null && pictureSize.width * pictureSize.height <= side * side;
  const width = pictureSize?.width ?? 0;
  const height = pictureSize?.height ?? 0;
  // 512 is what SD1.5 was made with, and 768 what its users train with where memory allows.
  const wanted = family === "sd15" && !(gpuMemory !== null && gpuMemory < 8) ? 768 : side;
  const text = `${wanted},${wanted}`;
  return [
    choose("resolution", text, small ? "resolutionAbove" : "resolutionFamily", "networkGuide", {
      side: wanted,
      width,
      height,
    }),
    choose("enable_bucket", true, "buckets", "networkGuide"),
    // A side shorter than a step would leave a bucket of nothing.
    ...(shortestSide !== null && shortestSide < step
      ? []
      : [choose("bucket_no_upscale", true, "noUpscale", "article")]),
    choose("bucket_reso_steps", step, "bucketStep", "trainUtil", { step }),
    choose("min_bucket_reso", 256, "bucketLimits", "trainUtil", { least: 256, most: 2048 }),
    choose("max_bucket_reso", 2048, "bucketLimits", "trainUtil", { least: 256, most: 2048 }),
  ];
}

const isRoomy = ({ gpuMemory, family }: Situation): boolean =>
  gpuMemory !== null && gpuMemory >= ROOMY && ["sd15", "sdxl"].includes(family);

const common = (situation: Situation): Choice[] => [
  choose("save_model_as", "safetensors", "safetensors", "article"),
  choose("seed", 42, "seed", "networkGuide"),
  choose("max_data_loader_n_workers", 2, "workers", "networkGuide"),
  choose("persistent_data_loader_workers", true, "workersStay", "networkGuide"),
  ...(isRoomy(situation) && !situation.stepsAsked
    ? [choose("train_batch_size", 2, "batchRoomy", "kohyaOptions", { memory: situation.gpuMemory ?? 0 })]
    : [choose("train_batch_size", 1, "batchOne", "article")]),
];

/** The arguments of a proposal, each with its reason; a later choice of an argument goes before an earlier one. */
export function recipe(situation: Situation): Choice[] {
  const before = [...common(situation), ...resolution(situation)];
  if (situation.prediction === "flow" || !["sdxl", "sd15", "sd2"].includes(situation.family)) {
    return [...before, ...flowRecipe(situation)];
  }
  return [
    ...before,
    ...network(situation),
    ...optimizer(situation),
    ...captions(situation),
    ...memory(situation),
    ...prediction(situation),
  ];
}
