import type { FamilyName } from "../families.js";
import type { KohyaFields, KohyaFlag, KohyaKey } from "./kohya-fields.js";
import type { KohyaVersion } from "./read-kohya.js";

type Pairs = readonly (readonly [argument: string, key: KohyaKey])[];

/** What the GUI since v25 gives only for one kind of base model. */
interface FamilyKeys {
  /** null for what is trained when no box is ticked. */
  checkbox: KohyaFlag | null;
  pairs: Pairs;
}

const flux: Pairs = [
  ["cache_text_encoder_outputs", "flux1_cache_text_encoder_outputs"],
  ["cache_text_encoder_outputs_to_disk", "flux1_cache_text_encoder_outputs_to_disk"],
  ["ae", "ae"],
  ["clip_l", "clip_l"],
  ["t5xxl", "t5xxl"],
  ["split_mode", "split_mode"],
  ["t5xxl_max_token_length", "t5xxl_max_token_length"],
  ["guidance_scale", "guidance_scale"],
  ["mem_eff_save", "mem_eff_save"],
  ["apply_t5_attn_mask", "apply_t5_attn_mask"],
  ["cpu_offload_checkpointing", "cpu_offload_checkpointing"],
  ["blocks_to_swap", "blocks_to_swap"],
  ["single_blocks_to_swap", "single_blocks_to_swap"],
  ["double_blocks_to_swap", "double_blocks_to_swap"],
  ["discrete_flow_shift", "discrete_flow_shift"],
  ["model_prediction_type", "model_prediction_type"],
  ["timestep_sampling", "timestep_sampling"],
  ["fp8_base_unet", "fp8_base_unet"],
];

const sd3: Pairs = [
  ["cache_text_encoder_outputs", "sd3_cache_text_encoder_outputs"],
  ["cache_text_encoder_outputs_to_disk", "sd3_cache_text_encoder_outputs_to_disk"],
  ["fused_backward_pass", "sd3_fused_backward_pass"],
  ["clip_g", "clip_g"],
  ["clip_g_dropout_rate", "clip_g_dropout_rate"],
  ["clip_l", "sd3_clip_l"],
  ["clip_l_dropout_rate", "sd3_clip_l_dropout_rate"],
  ["disable_mmap_load_safetensors", "sd3_disable_mmap_load_safetensors"],
  ["enable_scaled_pos_embed", "sd3_enable_scaled_pos_embed"],
  ["logit_mean", "logit_mean"],
  ["logit_std", "logit_std"],
  ["mode_scale", "mode_scale"],
  ["pos_emb_random_crop_rate", "pos_emb_random_crop_rate"],
  ["save_clip", "save_clip"],
  ["save_t5xxl", "save_t5xxl"],
  ["t5_dropout_rate", "sd3_t5_dropout_rate"],
  ["t5xxl", "sd3_t5xxl"],
  ["t5xxl_device", "t5xxl_device"],
  ["t5xxl_dtype", "t5xxl_dtype"],
  ["text_encoder_batch_size", "sd3_text_encoder_batch_size"],
  ["weighting_scheme", "weighting_scheme"],
  ["blocks_to_swap", "blocks_to_swap"],
];

const hunyuan: Pairs = [
  ["cache_text_encoder_outputs", "hunyuan_image_cache_text_encoder_outputs"],
  ["cache_text_encoder_outputs_to_disk", "hunyuan_image_cache_text_encoder_outputs_to_disk"],
  ["text_encoder", "hunyuan_text_encoder"],
  ["byt5", "hunyuan_byt5"],
  ["vae", "hunyuan_vae"],
  ["discrete_flow_shift", "hunyuan_discrete_flow_shift"],
  ["model_prediction_type", "hunyuan_model_prediction_type"],
  ["timestep_sampling", "hunyuan_timestep_sampling"],
  ["sigmoid_scale", "hunyuan_sigmoid_scale"],
  ["attn_mode", "hunyuan_attn_mode"],
  ["split_attn", "hunyuan_split_attn"],
  ["fp8_scaled", "hunyuan_fp8_scaled"],
  ["fp8_vl", "hunyuan_fp8_vl"],
  ["text_encoder_cpu", "hunyuan_text_encoder_cpu"],
  ["vae_chunk_size", "hunyuan_vae_chunk_size"],
  ["blocks_to_swap", "blocks_to_swap"],
];

const anima: Pairs = [
  ["cache_text_encoder_outputs", "anima_cache_text_encoder_outputs"],
  ["cache_text_encoder_outputs_to_disk", "anima_cache_text_encoder_outputs_to_disk"],
  ["qwen3", "anima_qwen3"],
  ["vae", "anima_vae"],
  ["llm_adapter_path", "anima_llm_adapter_path"],
  ["t5_tokenizer_path", "anima_t5_tokenizer_path"],
  ["discrete_flow_shift", "anima_discrete_flow_shift"],
  ["timestep_sampling", "anima_timestep_sampling"],
  ["sigmoid_scale", "anima_sigmoid_scale"],
  ["qwen3_max_token_length", "anima_qwen3_max_token_length"],
  ["t5_max_token_length", "anima_t5_max_token_length"],
  ["attn_mode", "anima_attn_mode"],
  ["split_attn", "anima_split_attn"],
  ["vae_chunk_size", "anima_vae_chunk_size"],
  ["vae_disable_cache", "anima_vae_disable_cache"],
  ["unsloth_offload_checkpointing", "anima_unsloth_offload_checkpointing"],
  ["qwen_image_vae_2d", "anima_qwen_image_vae_2d"],
  ["compile", "anima_compile"],
  ["torch_compile", "anima_torch_compile"],
  ["compile_backend", "anima_compile_backend"],
  ["compile_mode", "anima_compile_mode"],
  ["compile_dynamic", "anima_compile_dynamic"],
  ["compile_fullgraph", "anima_compile_fullgraph"],
  ["compile_cache_size_limit", "anima_compile_cache_size_limit"],
  ["blocks_to_swap", "blocks_to_swap"],
];

const lumina: Pairs = [
  ["cache_text_encoder_outputs", "lumina_cache_text_encoder_outputs"],
  ["cache_text_encoder_outputs_to_disk", "lumina_cache_text_encoder_outputs_to_disk"],
  ["ae", "lumina_ae"],
  ["gemma2", "lumina_gemma2"],
  ["discrete_flow_shift", "lumina_discrete_flow_shift"],
  ["model_prediction_type", "lumina_model_prediction_type"],
  ["timestep_sampling", "lumina_timestep_sampling"],
  ["sigmoid_scale", "lumina_sigmoid_scale"],
  ["gemma2_max_token_length", "lumina_gemma2_max_token_length"],
  ["system_prompt", "lumina_system_prompt"],
  ["use_flash_attn", "lumina_use_flash_attn"],
  ["use_sage_attn", "lumina_use_sage_attn"],
  ["blocks_to_swap", "blocks_to_swap"],
];

const sdxl: Pairs = [
  ["cache_text_encoder_outputs", "sdxl_cache_text_encoder_outputs"],
  ["no_half_vae", "sdxl_no_half_vae"],
];

const none: Pairs = [];

/** Source: `config_toml_data` of HEAD (2026-07-10); the order is that in which the GUI chooses its script. */
export const familyKeys: Readonly<Record<FamilyName, FamilyKeys>> = {
  sdxl: { checkbox: "sdxl", pairs: sdxl },
  flux: { checkbox: "flux1_checkbox", pairs: flux },
  chroma: { checkbox: "flux1_checkbox", pairs: flux.filter(([argument]) => argument !== "clip_l") },
  sd3: { checkbox: "sd3_checkbox", pairs: sd3 },
  hunyuan: { checkbox: "hunyuan_image_checkbox", pairs: hunyuan },
  anima: { checkbox: "anima_checkbox", pairs: anima },
  lumina: { checkbox: "lumina_checkbox", pairs: lumina },
  sd2: { checkbox: "v2", pairs: none },
  sd15: { checkbox: null, pairs: none },
};

/** Families that the GUI has known since v25 only. */
export const isLateFamily = (family: FamilyName): boolean => !["sdxl", "sd15", "sd2"].includes(family);

/** The checkboxes that are set, in the order in which the GUI chooses its script. */
export function tickedFamilies(fields: KohyaFields, version: KohyaVersion): FamilyName[] {
  const ticked: FamilyName[] = [];
  if (fields.flag("sdxl")) ticked.push("sdxl");
  if (version === "26") {
    if (fields.flag("flux1_checkbox"))
      ticked.push(fields.text("model_type").toLowerCase() === "chroma" ? "chroma" : "flux");
    if (fields.flag("sd3_checkbox")) ticked.push("sd3");
    if (fields.flag("hunyuan_image_checkbox")) ticked.push("hunyuan");
    if (fields.flag("anima_checkbox")) ticked.push("anima");
    if (fields.flag("lumina_checkbox")) ticked.push("lumina");
  }
  return ticked;
}

/** Which kind of base model the GUI trains with these fields. */
export const kohyaFamily = (fields: KohyaFields, version: KohyaVersion): FamilyName =>
  tickedFamilies(fields, version)[0] ?? (fields.flag("v2") ? "sd2" : "sd15");
