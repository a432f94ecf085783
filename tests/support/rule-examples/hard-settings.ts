import { adamW, pictures } from "../plan-context.js";
import { familySettings, ofFamily, type RuleExamples, settings } from "./example.js";

const fixedRate = ["scale_parameter=False", "relative_step=False", "warmup_init=False"];

export const optimizerExamples: RuleExamples = {
  adafactorSchedulerOtherOptimizer: settings({ optimizer_type: "AdamW8bit" }, {}),
  adafactorWarmup: settings({ lr_warmup_steps: 0.1 }, { lr_warmup_steps: 0 }),
  adafactorSchedulerFixedRate: settings(
    { optimizer_args: fixedRate },
    { optimizer_args: fixedRate, lr_scheduler: "constant_with_warmup", lr_warmup_steps: 100 },
  ),
  constantWarmup: settings(
    { optimizer_type: "AdamW", lr_scheduler: "constant", lr_warmup_steps: 100 },
    { optimizer_type: "AdamW", lr_scheduler: "constant_with_warmup", lr_warmup_steps: 100 },
  ),
  schedulerUnknown: settings({ ...adamW, lr_scheduler: "cosines" }, { ...adamW, lr_scheduler: "polynomial" }),
  optimizerUnknown: settings(
    { ...adamW, optimizer_type: "NoSuchOptimizer" },
    { ...adamW, optimizer_type: "pytorch_optimizer.CAME" },
  ),
  optimizerTwice: settings({ ...adamW, use_8bit_adam: true }, { ...adamW, optimizer_type: null, use_8bit_adam: true }),
  optimizerArgumentMalformed: settings(
    { ...adamW, optimizer_args: ["relative_step=false"] },
    { ...adamW, optimizer_args: ["weight_decay=0.1", "betas=.9,.99", "decouple=True", "eps=(1e-30,0.001)"] },
  ),
  schedulerArgumentMalformed: settings(
    { ...adamW, lr_scheduler_args: ["T_max"] },
    { ...adamW, lr_scheduler_args: ["T_max=100"] },
  ),
  fusedBackwardOptimizer: settings({ ...adamW, fused_backward_pass: true }, { fused_backward_pass: true }),
  fusedBackwardAccumulation: settings(
    { fused_backward_pass: true, gradient_accumulation_steps: 2 },
    { fused_backward_pass: true },
  ),
  nothingLearns: settings({ learning_rate: 0 }, { learning_rate: 0, unet_lr: 1e-4 }),
};

export const cachingExamples: RuleExamples = {
  cachedTextChanges: familySettings(
    "sdxl",
    { cache_text_encoder_outputs: true, network_train_unet_only: true, shuffle_caption: true },
    { network_train_unet_only: true, shuffle_caption: true },
  ),
  cachedTextTrained: familySettings(
    "sdxl",
    { cache_text_encoder_outputs_to_disk: true },
    { cache_text_encoder_outputs_to_disk: true, network_train_unet_only: true },
  ),
  cachedT5Trained: familySettings(
    "flux",
    { cache_text_encoder_outputs: true, network_args: ["train_t5xxl=True"] },
    { cache_text_encoder_outputs: true, network_args: ["split_qkv=True"] },
  ),
  cachedTextLumina: familySettings(
    "lumina",
    { cache_text_encoder_outputs: true, caption_dropout_rate: 0.1 },
    { caption_dropout_rate: 0.1 },
  ),
  cachedLatentsChange: settings({ color_aug: true }, { color_aug: true, cache_latents: null }),
};

export const combinationExamples: RuleExamples = {
  fullFp16Precision: settings({ full_fp16: true, mixed_precision: "bf16" }, { full_fp16: true }),
  fullBf16Precision: settings({ full_bf16: true }, { full_bf16: true, mixed_precision: "bf16" }),
  fp8Precision: settings({ fp8_base: true, mixed_precision: "no" }, { fp8_base: true }),
  fp8Ignored: familySettings("hunyuan", { fp8_base: true }, { fp8_base: true, fp8_scaled: true }),
  adaptiveNoiseAlone: settings({ adaptive_noise_scale: 0.005 }, { adaptive_noise_scale: 0.005, noise_offset: 0.05 }),
  scaledLossWithoutV: settings(
    { scale_v_pred_loss_like_noise_pred: true },
    { scale_v_pred_loss_like_noise_pred: true, v_parameterization: true },
  ),
  vLikeLossWithV: settings({ v_pred_like_loss: 0.5, v_parameterization: true }, { v_pred_like_loss: 0.5 }),
  swapWithOffload: familySettings(
    "flux",
    { blocks_to_swap: 18, cpu_offload_checkpointing: true },
    { blocks_to_swap: 18 },
  ),
  unslothWithOffload: familySettings(
    "anima",
    { unsloth_offload_checkpointing: true, blocks_to_swap: 8 },
    { unsloth_offload_checkpointing: true },
  ),
  chromaMask: familySettings("chroma", { apply_t5_attn_mask: false }, {}),
  persistentWithoutWorkers: settings(
    { persistent_data_loader_workers: true },
    { persistent_data_loader_workers: true, max_data_loader_n_workers: 2 },
  ),
  huberFlow: familySettings("flux", { loss_type: "huber" }, { loss_type: "huber", huber_schedule: "constant" }),
  startsAfterEnd: settings({ initial_step: 7000 }, { initial_step: 6999 }),
  saveEveryZero: settings({ save_every_n_epochs: 0 }, { save_every_n_epochs: 5 }),
  sdxlV2: familySettings("sdxl", { v2: true }, {}),
  samplesWithoutPrompts: {
    fires: { arguments: { sample_every_n_steps: 500 } },
    spares: { arguments: { sample_every_n_steps: 500 }, plan: { samplePrompts: "okara, 1girl" } },
  },
  networkArgumentMalformed: settings({ network_args: ["conv_dim"] }, { network_args: ["conv_dim=4"] }),
  argumentUnknown: {
    fires: { plan: { additional: ["--no_such_option", "1"] } },
    spares: { plan: { additional: ["--max_grad_norm", "0"] } },
  },
  argumentIgnored: settings({ noise_offset_type: "Original" }, {}),
};

export const bucketExamples: RuleExamples = {
  resolutionMissing: settings({ resolution: null }, {}),
  resolutionMalformed: settings({ resolution: "600x900" }, { resolution: "600, 900" }),
  smallestBucket: settings(
    { enable_bucket: true, resolution: "512", min_bucket_reso: 640 },
    { enable_bucket: true, resolution: "512", min_bucket_reso: 512 },
  ),
  largestBucket: settings(
    { enable_bucket: true, max_bucket_reso: 832 },
    // Rounded up to the step: 896 + 64.
    { enable_bucket: true, max_bucket_reso: 897 },
  ),
  bucketStep: {
    fires: ofFamily("flux", { enable_bucket: true, bucket_reso_steps: 32 }),
    spares: ofFamily("sdxl", { enable_bucket: true, bucket_reso_steps: 32 }),
  },
  picturesOfOtherSize: {
    fires: { arguments: { cache_latents: null }, folders: [[{ sizes: [...pictures(19), [600, 901]] }]] },
    spares: { arguments: { cache_latents: null } },
  },
  picturesSmallerThanCrop: {
    fires: {
      arguments: { cache_latents: null, random_crop: true },
      folders: [[{ sizes: [...pictures(19), [500, 900]] }]],
    },
    spares: {
      arguments: { cache_latents: null, random_crop: true },
      folders: [[{ sizes: [...pictures(19), [700, 900]] }]],
    },
  },
  bucketOfNothing: {
    fires: { arguments: { enable_bucket: true }, folders: [[{ sizes: [...pictures(19), [60, 900]] }]] },
    spares: { arguments: { enable_bucket: true }, folders: [[{ sizes: [...pictures(19), [64, 900]] }]] },
  },
  oddLatents: familySettings("flux", { resolution: "600,900" }, { resolution: "608,896" }),
};
