import { adamW, pictures } from "../plan-context.js";
import { familySettings, ofFamily, type RuleExamples, settings } from "./example.js";

export const resolutionExamples: RuleExamples = {
  resolutionStep: settings({}, { resolution: "640,960" }),
  resolutionLarge: settings({ resolution: "1536" }, { resolution: "1024" }),
  picturesEnlarged: {
    fires: {
      arguments: { enable_bucket: true, bucket_no_upscale: null },
      folders: [[{ sizes: pictures(20, [512, 512]) }]],
    },
    spares: { arguments: { enable_bucket: true }, folders: [[{ sizes: pictures(20, [512, 512]) }]] },
  },
  picturesShrunk: { fires: { folders: [[{ sizes: pictures(20, [1200, 1800]) }]] }, spares: {} },
  shortBatches: {
    fires: {
      arguments: { enable_bucket: true, train_batch_size: 4 },
      folders: [[{ sizes: [...pictures(19), [900, 600]], repeats: 1 }]],
    },
    spares: {
      arguments: { enable_bucket: true, train_batch_size: 4 },
      folders: [[{ sizes: [...pictures(16), ...pictures(4, [900, 600])], repeats: 1 }]],
    },
  },
  sizesDiffer: {
    fires: { arguments: { enable_bucket: true }, folders: [[{ sizes: [...pictures(19), [900, 600]] }]] },
    spares: { arguments: { enable_bucket: true } },
  },
};

export const qualityExamples: RuleExamples = {
  onePicture: { fires: { folders: [[{ sizes: pictures(1) }]] }, spares: { folders: [[{ sizes: pictures(2) }]] } },
  fewPictures: { fires: { folders: [[{ sizes: pictures(19) }]] }, spares: {} },
  noCaptions: {
    fires: { folders: [[{ sizes: pictures(20), captions: 18, withTrigger: 18, textFiles: 18, trigger: null }]] },
    spares: { folders: [[{ sizes: pictures(20), captions: 0, withTrigger: 0 }]] },
  },
  withoutTrigger: {
    fires: { folders: [[{ sizes: pictures(20), withTrigger: 15 }]] },
    spares: { folders: [[{ sizes: pictures(20), withTrigger: 15 }]], arguments: { caption_prefix: "okara, " } },
  },
  triggerMoves: settings({ shuffle_caption: true }, { shuffle_caption: true, keep_tokens: 1 }),
  shuffledSentences: {
    fires: ofFamily("flux", { shuffle_caption: true }),
    spares: ofFamily("sdxl", { shuffle_caption: true }),
  },
  dropoutSmallSet: {
    fires: { arguments: { caption_dropout_rate: 0.1 } },
    spares: { arguments: { caption_dropout_rate: 0.1 }, folders: [[{ sizes: pictures(31) }]] },
  },
  flipped: {
    fires: { arguments: { flip_aug: true } },
    spares: { arguments: { flip_aug: true }, concept: "style" },
  },
};

export const noiseExamples: RuleExamples = {
  vPredictionMissing: {
    fires: { ...ofFamily("sdxl"), baseModel: { prediction: "v" } },
    spares: { ...ofFamily("sdxl", { v_parameterization: true }), baseModel: { prediction: "v" } },
  },
  vPredictionUnneeded: {
    fires: { arguments: { v_parameterization: true }, baseModel: { prediction: "epsilon" } },
    spares: { arguments: { v_parameterization: true } },
  },
  zeroTerminalMissing: {
    fires: { baseModel: { prediction: "v", zeroTerminalSnr: true }, arguments: { v_parameterization: true } },
    spares: {
      baseModel: { prediction: "v", zeroTerminalSnr: true },
      arguments: { v_parameterization: true, zero_terminal_snr: true },
    },
  },
  zeroTerminalWithoutV: settings({ zero_terminal_snr: true }, { zero_terminal_snr: true, v_parameterization: true }),
  lossWeightFlow: {
    fires: ofFamily("flux", { min_snr_gamma: 5 }),
    spares: ofFamily("sdxl", { min_snr_gamma: 5 }),
  },
  noiseOffsetFlow: {
    fires: ofFamily("anima", { noise_offset: 0.05 }),
    spares: ofFamily("sdxl", { noise_offset: 0.0357 }),
  },
  noiseOffsetLarge: settings({ noise_offset: 0.2 }, { noise_offset: 0.1 }),
  noiseTwice: settings({ noise_offset: 0.05, multires_noise_iterations: 6 }, { multires_noise_iterations: 6 }),
  minSnrUnusual: settings({ min_snr_gamma: 0.5 }, { min_snr_gamma: 5 }),
  chromaGuidance: familySettings("chroma", { guidance_scale: 3.5 }, {}),
  fluxGuidance: familySettings("flux", {}, { guidance_scale: 1 }),
  fluxPrediction: familySettings("flux", {}, { model_prediction_type: "raw" }),
};

export const savingExamples: RuleExamples = {
  noSavePoint: settings({ save_every_n_steps: 7000 }, { save_every_n_steps: null, save_every_n_epochs: 5 }),
  seedNotFixed: settings({ seed: null }, { seed: 0 }),
  nameNotGiven: settings({ output_name: null }, {}),
};

export const memoryExamples: RuleExamples = {
  latentsNotCached: settings({ cache_latents: null }, { cache_latents: null, cache_latents_to_disk: true }),
  halfVae: familySettings("sdxl", { mixed_precision: "fp16" }, { mixed_precision: "fp16", no_half_vae: true }),
  hunyuanFp16: familySettings("hunyuan", { mixed_precision: "fp16" }, {}),
  sdxlMemory: {
    fires: { ...ofFamily("sdxl"), facts: { gpuMemory: 12 } },
    spares: { ...ofFamily("sdxl", { gradient_checkpointing: true }), facts: { gpuMemory: 12 } },
  },
  fluxMemory: {
    fires: { ...ofFamily("flux", { fp8_base: true }), facts: { gpuMemory: 12 } },
    spares: { ...ofFamily("flux", { fp8_base: true, blocks_to_swap: 16 }), facts: { gpuMemory: 12 } },
  },
};

export const articleExamples: RuleExamples = {
  threeRates: settings({}, { unet_lr: 1e-4 }),
  usualRate: settings({}, { learning_rate: 2e-4 }),
  constantHard: settings({ ...adamW, lr_scheduler: "constant" }, adamW),
  adafactorForgiving: settings({}, adamW),
  dimAmple: settings({}, { network_dim: 8 }),
  articleAlpha: settings({}, { network_alpha: 16 }),
  saveToCompare: settings({}, { save_every_n_steps: null }),
  strength: { fires: {}, spares: { data: null } },
  backgroundRemoved: { fires: {}, spares: { concept: "outfit" } },
  clearPictures: { fires: {}, spares: { data: null } },
  expressions: { fires: {}, spares: { concept: "object" } },
  outfitTags: { fires: {}, spares: { concept: "style" } },
  baseModelFits: { fires: {}, spares: { baseModel: null } },
};
