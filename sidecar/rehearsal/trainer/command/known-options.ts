// Flags are bare; `=` takes a text, `=i` a whole number, `=f` a number, `=n` either; `{…}` one of these, `*` any count.
// Source: the usage text of train_network.py (sd-scripts 48d368fa, 2026-02-16), in its order.
const common = `
console_log_level={DEBUG,INFO,WARNING,ERROR,CRITICAL} console_log_file= console_log_simple v2
v_parameterization pretrained_model_name_or_path= tokenizer_cache_dir= metadata_title= metadata_author=
metadata_description= metadata_license= metadata_tags= metadata_usage_hint= metadata_thumbnail=
metadata_merged_from= metadata_trigger_phrase= metadata_preprocessor= metadata_is_negative_embedding=
train_data_dir= cache_info shuffle_caption caption_separator= caption_extension= caption_extention=
keep_tokens=i keep_tokens_separator= secondary_separator= enable_wildcard caption_prefix= caption_suffix=
color_aug flip_aug face_crop_aug_range= random_crop debug_dataset resolution= cache_latents vae_batch_size=i
cache_latents_to_disk skip_cache_check enable_bucket min_bucket_reso=i max_bucket_reso=i bucket_reso_steps=i
bucket_no_upscale resize_interpolation={lanczos,nearest,bilinear,linear,bicubic,cubic,area} token_warmup_min=i
token_warmup_step=f alpha_mask dataset_class= caption_dropout_rate=f caption_dropout_every_n_epochs=i
caption_tag_dropout_rate=f reg_data_dir= in_json= dataset_repeats=i output_dir= output_name=
huggingface_repo_id= huggingface_repo_type= huggingface_path_in_repo= huggingface_token=
huggingface_repo_visibility= save_state_to_huggingface resume_from_huggingface async_upload
save_precision={None,float,fp16,bf16} save_every_n_epochs=i save_every_n_steps=i save_n_epoch_ratio=i
save_last_n_epochs=i save_last_n_epochs_state=i save_last_n_steps=i save_last_n_steps_state=i save_state
save_state_on_train_end resume= train_batch_size=i max_token_length={None,150,225} mem_eff_attn torch_compile
dynamo_backend={eager,aot_eager,inductor,aot_ts_nvfuser,nvprims_nvfuser,cudagraphs,ofi,fx2trt,onnxrt,tensort,ipex,tvm}
xformers sdpa vae= max_train_steps=i max_train_epochs=i max_data_loader_n_workers=i
persistent_data_loader_workers seed=i gradient_checkpointing gradient_accumulation_steps=i
mixed_precision={no,fp16,bf16} full_fp16 full_bf16 fp8_base ddp_timeout=i ddp_gradient_as_bucket_view
ddp_static_graph clip_skip=i logging_dir= log_with={tensorboard,wandb,all} log_prefix= log_tracker_name=
wandb_run_name= log_tracker_config= wandb_api_key= log_config noise_offset=f noise_offset_random_strength
multires_noise_iterations=i ip_noise_gamma=f ip_noise_gamma_random_strength multires_noise_discount=f
adaptive_noise_scale=f zero_terminal_snr min_timestep=i max_timestep=i loss_type={l1,l2,huber,smooth_l1}
huber_schedule={constant,exponential,snr} huber_c=f huber_scale=f lowram highvram sample_every_n_steps=i
sample_at_first sample_every_n_epochs=i sample_prompts=
sample_sampler={ddim,pndm,lms,euler,euler_a,heun,dpm_2,dpm_2_a,dpmsolver,dpmsolver++,dpmsingle,k_lms,k_euler,k_euler_a,k_dpm_2,k_dpm_2_a}
config_file= output_config prior_loss_weight=f conditioning_data_dir= masked_loss deepspeed
zero_stage=i{0,1,2,3} offload_optimizer_device={None,cpu,nvme} offload_optimizer_nvme_path=
offload_param_device={None,cpu,nvme} offload_param_nvme_path= zero3_init_flag zero3_save_16bit_model
fp16_master_weights_and_gradients optimizer_type= use_8bit_adam use_lion_optimizer learning_rate=f
max_grad_norm=f optimizer_args=* lr_scheduler_type= lr_scheduler_args=* lr_scheduler= lr_warmup_steps=n
lr_decay_steps=n lr_scheduler_num_cycles=i lr_scheduler_power=f fused_backward_pass lr_scheduler_timescale=i
lr_scheduler_min_lr_ratio=f dataset_config= min_snr_gamma=f scale_v_pred_loss_like_noise_pred
v_pred_like_loss=f debiased_estimation_loss weighted_captions cpu_offload_checkpointing no_metadata
save_model_as={None,ckpt,pt,safetensors} unet_lr=f text_encoder_lr=f* fp8_base_unet network_weights=
network_module= network_dim=i network_alpha=f network_dropout=f network_args=* network_train_unet_only
network_train_text_encoder_only training_comment= dim_from_weights scale_weight_norms=f base_weights=*
base_weights_multiplier=f* no_half_vae skip_until_initial_step initial_epoch=i initial_step=i
validation_seed=i validation_split=f validate_every_n_steps=i validate_every_n_epochs=i max_validation_steps=i`;

// What the other scripts add, as far as a plan can name it.
const flow =
  "timestep_sampling= sigmoid_scale=f model_prediction_type= discrete_flow_shift=f guidance_scale=f weighting_scheme= " +
  "logit_mean=f logit_std=f mode_scale=f";
const cached = "cache_text_encoder_outputs cache_text_encoder_outputs_to_disk text_encoder_batch_size=i";
const blocks = "blocks_to_swap=i";
const added: Readonly<Record<string, string>> = {
  "sdxl_train_network.py": `${cached} disable_mmap_load_safetensors`,
  "flux_train_network.py": `clip_l= t5xxl= ae= controlnet_model_name_or_path= t5xxl_max_token_length=i apply_t5_attn_mask model_type= ${flow} ${cached} ${blocks} split_mode disable_mmap_load_safetensors`,
  "sd3_train_network.py": `clip_l= clip_g= t5xxl= save_clip save_t5xxl t5xxl_device= t5xxl_dtype= t5xxl_max_token_length=i apply_lg_attn_mask apply_t5_attn_mask clip_l_dropout_rate=f clip_g_dropout_rate=f t5_dropout_rate=f pos_emb_random_crop_rate=f enable_scaled_pos_embed training_shift=f ${flow} ${cached} ${blocks} disable_mmap_load_safetensors`,
  "lumina_train_network.py": `gemma2= ae= gemma2_max_token_length=i use_flash_attn use_sage_attn system_prompt= sample_batch_size=i ${flow} ${cached} ${blocks} disable_mmap_load_safetensors`,
  "hunyuan_image_train_network.py": `text_encoder= byt5= fp8_scaled fp8_vl text_encoder_cpu vae_chunk_size=i attn_mode= split_attn ${flow} ${cached} ${blocks}`,
  "anima_train_network.py": `qwen3= llm_adapter_path= llm_adapter_lr=f self_attn_lr=f cross_attn_lr=f mlp_lr=f mod_lr=f t5_tokenizer_path= qwen3_max_token_length=i t5_max_token_length=i attn_mode= split_attn vae_chunk_size=i vae_disable_cache unsloth_offload_checkpointing ${flow} ${cached} ${blocks}`,
};

export interface KnownOption {
  name: string;
  kind: "flag" | "text" | "int" | "float" | "number";
  many: boolean;
  choices: readonly string[] | null;
}

function option(word: string): KnownOption {
  const [, name = "", shape = null, choices = null] = /^([^=]+)(?:=([ifn]?\*?)(?:\{(.*)\})?)?$/.exec(word) ?? [];
  const kinds = { i: "int", f: "float", n: "number" } as const;
  const letter = shape?.[0];
  const typed = letter === "i" || letter === "f" || letter === "n" ? kinds[letter] : "text";
  return {
    name,
    kind: shape === null ? "flag" : typed,
    many: shape?.endsWith("*") ?? false,
    choices: choices?.split(",") ?? null,
  };
}

/** The options of a training script, in the order of its usage text. */
export function knownOptions(script: string): KnownOption[] {
  const words = `${common} ${added[script] ?? ""}`.trim().split(/\s+/);
  return [...new Set(words)].map(option);
}
