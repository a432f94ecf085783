import type { FamilyName } from "../families.js";
import { flowFamilies } from "./define.js";

/** Old names that still work, and what says the same today. */
export const superseded: Readonly<Record<string, string>> = {
  caption_extention: "caption_extension",
  use_8bit_adam: "optimizer_type",
  use_lion_optimizer: "optimizer_type",
  split_mode: "blocks_to_swap",
};

const drawnByFlow: readonly FamilyName[] = ["anima", "flux", "lumina", "hunyuan", "chroma"];
const withoutXformers: readonly FamilyName[] = ["flux", "sd3", "lumina", "chroma"];
const ownAutoencoder: readonly FamilyName[] = ["flux", "lumina", "chroma"];

/**
 * What a family's script takes and makes no use of in training: people copy these from one family's settings to
 * another's and believe that they work. Not here is what ends with an error (`cpu_offload_checkpointing` on SDXL).
 * Source: sd-scripts 48d368fa; the flow scripts have their own noise, timesteps and loss (`get_noise_pred_and_target`,
 * `post_process_loss`), and several arguments are read by the scripts for whole models only.
 */
const ignoring: Readonly<Record<string, readonly FamilyName[] | "all">> = {
  conditioning_data_dir: "all",
  fused_backward_pass: "all",
  // The loss and noise of models that learn noise.
  v2: flowFamilies,
  v_parameterization: flowFamilies,
  noise_offset: flowFamilies,
  noise_offset_random_strength: flowFamilies,
  adaptive_noise_scale: flowFamilies,
  multires_noise_iterations: flowFamilies,
  multires_noise_discount: flowFamilies,
  zero_terminal_snr: flowFamilies,
  min_snr_gamma: flowFamilies,
  debiased_estimation_loss: flowFamilies,
  scale_v_pred_loss_like_noise_pred: flowFamilies,
  v_pred_like_loss: flowFamilies,
  ip_noise_gamma: ["sd3"],
  ip_noise_gamma_random_strength: ["sd3"],
  min_timestep: drawnByFlow,
  max_timestep: drawnByFlow,
  // CLIP as Stable Diffusion reads it.
  clip_skip: ["sdxl", ...flowFamilies],
  max_token_length: flowFamilies,
  sample_sampler: flowFamilies,
  mem_eff_attn: flowFamilies,
  sdpa: flowFamilies,
  xformers: withoutXformers,
  vae: ownAutoencoder,
  clip_l: ["chroma"],
  no_half_vae: ["hunyuan"],
  controlnet_model_name_or_path: ["flux", "chroma"],
  // Anima has its own loaders, and learning rates by part in `network_args`.
  tokenizer_cache_dir: ["anima"],
  disable_mmap_load_safetensors: ["anima"],
  fp8_base: ["anima"],
  fp8_base_unet: ["anima"],
  llm_adapter_path: ["anima"],
  llm_adapter_lr: ["anima"],
  self_attn_lr: ["anima"],
  cross_attn_lr: ["anima"],
  mlp_lr: ["anima"],
  mod_lr: ["anima"],
  save_clip: ["sd3"],
  save_t5xxl: ["sd3"],
  t5xxl_device: ["sd3"],
  t5xxl_dtype: ["sd3"],
};

export const ignoredNames: readonly string[] = Object.keys(ignoring);

/** Whether the family's script takes the argument and makes no use of it in training. */
export function isIgnored(name: string, family: FamilyName): boolean {
  const by = Object.hasOwn(ignoring, name) ? ignoring[name] : undefined;
  return by === "all" || (by?.includes(family) ?? false);
}
