import type { PlanRuleWords } from "./plan-rule-values.js";

/** What may not be cached, and settings that exclude each other. */
export const planRulesCombinationsEn = {
  cachedTextChanges: {
    title: "Cached captions cannot change",
    message: ({ options }) =>
      `The text encoder's outputs are cached, so captions cannot change from one time to the next; ${options} would change them, and the trainer refuses.`,
    remedy: ({ options }) => `Turn off cache_text_encoder_outputs, or ${options}.`,
  },
  cachedTextTrained: {
    title: "A cached text encoder cannot be trained",
    message: () =>
      "The text encoder's outputs are cached, so it cannot be trained as well; for this kind of model the trainer refuses that.",
    remedy: () => "Turn on network_train_unet_only, or turn off cache_text_encoder_outputs.",
  },
  cachedT5Trained: {
    title: "A cached T5 cannot be trained",
    message: () => "train_t5xxl trains the T5 text encoder, but its outputs are cached; the trainer refuses that.",
    remedy: () => "Take train_t5xxl out of the network's arguments, or turn off cache_text_encoder_outputs.",
  },
  cachedTextLumina: {
    title: "Captions do not change once cached",
    message: ({ options }) =>
      `The text encoder's outputs are cached, so ${options} will have no effect. The trainer does not say so for Lumina.`,
    remedy: ({ options }) => `Turn off cache_text_encoder_outputs if you want ${options}.`,
  },
  cachedLatentsChange: {
    title: "Cached pictures cannot change",
    message: ({ options }) =>
      `The latents are cached, so pictures cannot change from one time to the next; ${options} would change them, and the trainer refuses.`,
    remedy: ({ options }) => `Turn off cache_latents, or ${options}.`,
  },
  fullFp16Precision: {
    title: "full_fp16 needs mixed precision fp16",
    message: ({ precision }) => `full_fp16 is on and mixed precision is “${precision}”; the trainer refuses that.`,
    remedy: () => "Set mixed_precision to fp16, or turn full_fp16 off.",
  },
  fullBf16Precision: {
    title: "full_bf16 needs mixed precision bf16",
    message: ({ precision }) => `full_bf16 is on and mixed precision is “${precision}”; the trainer refuses that.`,
    remedy: () => "Set mixed_precision to bf16, or turn full_bf16 off.",
  },
  fp8Precision: {
    title: "fp8 needs mixed precision",
    message: () => "The base model is to be kept in fp8, but mixed precision is off; the trainer refuses that.",
    remedy: () => "Set mixed_precision to bf16 or fp16.",
  },
  fp8Ignored: {
    title: "fp8 is not supported here",
    message: () =>
      "The script of this kind of model does not support this kind of fp8: do not count on saving memory by it.",
    remedy: () => "Turn it off; for HunyuanImage use fp8_scaled instead.",
  },
  adaptiveNoiseAlone: {
    title: "adaptive_noise_scale needs noise_offset",
    message: () =>
      "adaptive_noise_scale changes the noise offset, but no noise_offset is set; the trainer refuses that.",
    remedy: () => "Set noise_offset, or empty adaptive_noise_scale.",
  },
  scaledLossWithoutV: {
    title: "Only for v-prediction",
    message: () => "scale_v_pred_loss_like_noise_pred is on without v_parameterization; the trainer refuses that.",
    remedy: () => "Turn on v_parameterization if the base model predicts v; else turn this off.",
  },
  vLikeLossWithV: {
    title: "Not for v-prediction",
    message: () =>
      "v_pred_like_loss is for models that predict noise, but v_parameterization is on; the trainer refuses that.",
    remedy: () => "Set v_pred_like_loss to 0, or turn v_parameterization off.",
  },
  swapWithOffload: {
    title: "Block swap and CPU offload exclude each other",
    message: ({ blocks }) =>
      `blocks_to_swap is ${blocks} and cpu_offload_checkpointing is on; the trainer takes only one of the two.`,
    remedy: () => "Turn off cpu_offload_checkpointing, or set blocks_to_swap to 0.",
  },
  unslothWithOffload: {
    title: "Two kinds of offload",
    message: ({ other }) =>
      `unsloth_offload_checkpointing cannot be used together with ${other}; the trainer refuses that.`,
    remedy: () => "Keep one of the two.",
  },
  chromaMask: {
    title: "Chroma needs apply_t5_attn_mask",
    message: () => "apply_t5_attn_mask is off; the trainer insists on it for Chroma.",
    remedy: () => "Turn apply_t5_attn_mask on.",
  },
  persistentWithoutWorkers: {
    title: "Persistent workers, but no workers",
    message: () =>
      "The data loader's workers are to persist, and there are none (max_data_loader_n_workers is 0); PyTorch refuses that.",
    remedy: () => "Turn persistent_data_loader_workers off, or allow at least one worker.",
  },
  huberFlow: {
    title: "Huber schedule not for this kind of model",
    message: ({ loss }) =>
      `The loss ${loss} follows the schedule “snr”, the default, which this kind of model has not: the first step fails.`,
    remedy: () => "Set huber_schedule to constant or exponential, or the loss to l2.",
  },
  startsAfterEnd: {
    title: "Starts after its end",
    message: ({ start, steps }) =>
      `Training is to go on from step ${start}, but ends at step ${steps}: the trainer wants more steps than are already done.`,
    remedy: () => "Raise the epochs or steps: they count from the very beginning.",
  },
  saveEveryZero: {
    title: "Save every 0",
    message: ({ option }) => `${option} is 0, and the trainer divides by it: it stops at the first step or epoch.`,
    remedy: () => "Empty the field to save only at the end.",
  },
  sdxlV2: {
    title: "v2 is not for SDXL",
    message: () => "v2 says that the base model is a Stable Diffusion 2; the script for SDXL refuses it.",
    remedy: () => "Turn v2 off.",
  },
  samplesWithoutPrompts: {
    title: "Sample pictures without prompts",
    message: () =>
      "Sample pictures are to be made, but there are no prompts: the trainer stops with an error at the first one.",
    remedy: () => "Write a prompt, or turn sample pictures off.",
  },
  networkArgumentMalformed: {
    title: "A network argument is not readable",
    message: ({ word }) => `“${word}” is no name=value, so the trainer stops with a ValueError.`,
    remedy: () => "Write it like conv_dim=4.",
  },
  argumentUnknown: {
    title: "Unknown argument",
    message: ({ argument }) => `The script of this kind of model knows no ${argument}: it prints its usage and stops.`,
    remedy: () => "Correct it, or take it out of the additional parameters.",
  },
  argumentIgnored: {
    title: "Arguments without effect",
    message: ({ options }) =>
      `The script of this kind of model does not know ${options}. In a configuration file the trainer passes over them without a word; on the command line it would stop.`,
    remedy: () => "Take them out unless your trainer is newer than 2026-02.",
  },
} satisfies Record<string, PlanRuleWords>;
