/** What differs between the training scripts, as far as it is seen. */
export interface ScriptFamily {
  /** `ss_base_model_version`. */
  baseModelVersion: string;
  /** `modelspec.architecture`, without `/lora`. */
  architecture: string;
  /** Class whose weights are loaded. */
  unetClass: string;
  /** Log records of a load, after the line with the file's name. */
  loading: readonly (readonly [source: string, message: string])[];
  /** Text encoders in the log, with their numbers of modules. */
  textEncoders: readonly (readonly [name: string, modules: number])[];
  unetModules: number;
  /** Arguments naming files that it loads too. */
  parts: readonly string[];
  /** Modules that the stand-in's LoRA files have: name, inputs, outputs. */
  modules: readonly (readonly [name: string, inputs: number, outputs: number])[];
}

const clip = (front: string, width: number) =>
  [
    [`${front}_text_model_encoder_layers_0_mlp_fc1`, width, 4 * width],
    [`${front}_text_model_encoder_layers_0_self_attn_q_proj`, width, width],
  ] as const;

const sd1: ScriptFamily = {
  baseModelVersion: "sd_v1",
  architecture: "stable-diffusion-v1",
  unetClass: "UNet2DConditionModel",
  loading: [
    ["original_unet.py:1395", "UNet2DConditionModel: 64, 8, 768, False, False"],
    ["model_util.py:1011", "loading u-net: <All keys matched successfully>"],
    ["model_util.py:1019", "loading vae: <All keys matched successfully>"],
    ["model_util.py:1076", "loading text encoder: <All keys matched successfully>"],
  ],
  textEncoders: [["Text Encoder", 72]],
  unetModules: 192,
  parts: [],
  modules: [
    ...clip("lora_te", 768),
    ["lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn1_to_q", 320, 320],
    ["lora_unet_down_blocks_0_attentions_0_transformer_blocks_0_attn2_to_k", 768, 320],
    ["lora_unet_up_blocks_3_attentions_2_transformer_blocks_0_ff_net_2", 1280, 320],
  ],
};

const all = "<All keys matched successfully>";
const sdxl: ScriptFamily = {
  baseModelVersion: "sdxl_base_v1-0",
  architecture: "stable-diffusion-xl-v1-base",
  unetClass: "SdxlUNet2DConditionModel",
  loading: [
    ["sdxl_model_util.py:202", "building U-Net"],
    ["sdxl_model_util.py:206", "loading U-Net from checkpoint"],
    ["sdxl_model_util.py:212", `U-Net: ${all}`],
    ["sdxl_model_util.py:216", "building text encoders"],
    ["sdxl_model_util.py:268", "loading text encoders from checkpoint"],
    ["sdxl_model_util.py:282", `text encoder 1: ${all}`],
    ["sdxl_model_util.py:286", `text encoder 2: ${all}`],
    ["sdxl_model_util.py:289", "building VAE"],
    ["sdxl_model_util.py:294", "loading VAE from checkpoint"],
    ["sdxl_model_util.py:297", `VAE: ${all}`],
  ],
  textEncoders: [
    ["Text Encoder 1", 72],
    ["Text Encoder 2", 192],
  ],
  unetModules: 722,
  parts: [],
  modules: [
    ...clip("lora_te1", 768),
    ...clip("lora_te2", 1280),
    ["lora_unet_input_blocks_4_1_transformer_blocks_0_attn1_to_q", 640, 640],
    ["lora_unet_output_blocks_5_1_transformer_blocks_0_attn2_to_k", 2048, 640],
  ],
};

const transformer = (
  baseModelVersion: string,
  architecture: string,
  unetClass: string,
  parts: readonly string[],
  block: ScriptFamily["modules"][number],
): ScriptFamily => ({
  baseModelVersion,
  architecture,
  unetClass,
  loading: [["model_util.py:100", `Loaded ${unetClass}: ${all}`]],
  textEncoders: [],
  unetModules: 304,
  parts,
  modules: [block],
});

const byScript: Readonly<Record<string, ScriptFamily>> = {
  "sdxl_train_network.py": sdxl,
  "flux_train_network.py": transformer(
    "flux1",
    "flux-1-dev",
    "Flux",
    ["clip_l", "t5xxl", "ae"],
    ["lora_unet_double_blocks_0_img_attn_proj", 3072, 3072],
  ),
  "sd3_train_network.py": transformer(
    "sd3",
    "stable-diffusion-3",
    "MMDiT",
    [],
    ["lora_unet_joint_blocks_0_x_block_attn_proj", 2432, 2432],
  ),
  "lumina_train_network.py": transformer(
    "lumina2",
    "lumina-2",
    "NextDiT",
    ["gemma2", "ae"],
    ["lora_unet_layers_0_attention_out", 2304, 2304],
  ),
  "hunyuan_image_train_network.py": transformer(
    "hunyuan-image-2.1",
    "hunyuan-image-2.1",
    "HYImageDiffusionTransformer",
    ["text_encoder", "byt5", "vae"],
    ["lora_unet_double_blocks_0_img_attn_proj", 3584, 3584],
  ),
  "anima_train_network.py": transformer(
    "anima",
    "anima",
    "Anima",
    ["qwen3", "vae"],
    ["lora_unet_blocks_0_self_attn_q_proj", 2048, 2048],
  ),
};

export function scriptFamily(name: string, v2: boolean): ScriptFamily {
  const found = byScript[name] ?? sd1;
  return v2 && found === sd1 ? { ...sd1, baseModelVersion: "sd_v2", architecture: "stable-diffusion-v2-512" } : found;
}
