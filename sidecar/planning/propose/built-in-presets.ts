import type { FamilyName } from "../families.js";
import type { Arguments, PlanLength } from "../plan.js";

/** A set of numbers that is used by name in place of the proposal's own. */
export interface Preset {
  name: string;
  builtIn: boolean;
  /** True: a configuration by itself; false: changes to the proposal for the set. */
  whole: boolean;
  /** null: of any family. */
  family: FamilyName | null;
  length: PlanLength | null;
  repeats: number | null;
  arguments: Arguments;
  en: string;
  ja: string;
  /** Key of `sources`; "" for one that a user saved. */
  source: string;
}

const article: Arguments = {
  save_model_as: "safetensors",
  save_precision: "fp16",
  mixed_precision: "fp16",
  optimizer_type: "Adafactor",
  lr_scheduler: "adafactor",
  learning_rate: 1e-4,
  network_module: "networks.lora",
  network_dim: 16,
  network_alpha: 1,
  train_batch_size: 1,
  caption_extension: ".txt",
  cache_latents: true,
  clip_skip: 1,
  bucket_no_upscale: true,
  max_bucket_reso: 2048,
  save_every_n_steps: 1000,
  max_data_loader_n_workers: 0,
};

/** Presets that come with the program, in the order of the list. */
export const builtInPresets: readonly Preset[] = [
  {
    name: "article",
    builtIn: true,
    whole: true,
    family: "sd15",
    length: { by: "steps", value: 7000 },
    repeats: 10,
    arguments: article,
    en: "The article's settings: Adafactor by itself, about 7,000 steps, dim 16, alpha 1, the pictures' own size.",
    ja: "記事の設定。Adafactor 任せ、7000 ステップ前後、dim 16、alpha 1、解像度は画像に合わせる。",
    source: "article",
  },
  {
    name: "adafactor-fixed",
    builtIn: true,
    whole: false,
    family: null,
    length: null,
    repeats: null,
    arguments: {
      optimizer_type: "Adafactor",
      optimizer_args: ["scale_parameter=False", "relative_step=False", "warmup_init=False"],
      lr_scheduler: "constant_with_warmup",
      lr_warmup_steps: 100,
      max_grad_norm: 0,
      learning_rate: 1e-4,
    },
    en: "Adafactor with a learning rate that you set: little memory, as predictable as AdamW.",
    ja: "学習率を自分で決める Adafactor。VRAM が少なく済み、AdamW 並みに読みやすい。",
    source: "sdxlGuide",
  },
  {
    name: "prodigy",
    builtIn: true,
    whole: false,
    family: null,
    length: null,
    repeats: null,
    arguments: {
      optimizer_type: "Prodigy",
      optimizer_args: [
        "decouple=True",
        "weight_decay=0.01",
        "betas=0.9,0.999",
        "d_coef=1",
        "use_bias_correction=True",
        "safeguard_warmup=True",
      ],
      learning_rate: 1,
      unet_lr: 1,
      text_encoder_lr: [1],
      lr_scheduler: "cosine",
      lr_warmup_steps: 0,
    },
    en: "Prodigy finds the learning rate itself (leave it at 1); a package that has to be installed beside the trainer.",
    ja: "Prodigy が学習率を自動で決める（1 のままにする）。トレーナーに prodigyopt の追加が必要。",
    source: "prodigy",
  },
  {
    name: "colab-sd15",
    builtIn: true,
    whole: false,
    family: "sd15",
    length: { by: "steps", value: 2000 },
    repeats: null,
    arguments: {
      optimizer_type: "AdamW8bit",
      unet_lr: 5e-4,
      text_encoder_lr: [1e-4],
      learning_rate: 5e-4,
      lr_scheduler: "cosine_with_restarts",
      lr_scheduler_num_cycles: 3,
      lr_warmup_steps: 0.05,
      network_dim: 16,
      network_alpha: 8,
      train_batch_size: 2,
      min_snr_gamma: 5,
      resolution: "512,512",
    },
    en: "A well-known notebook's settings for SD1.5: about 2,000 steps of batch 2 at a high rate.",
    ja: "有名なノートブックの SD1.5 設定。高めの学習率、バッチ 2、2000 ステップ前後。",
    source: "kohyaColab",
  },
  {
    name: "colab-sdxl",
    builtIn: true,
    whole: false,
    family: "sdxl",
    length: { by: "steps", value: 2000 },
    repeats: null,
    arguments: {
      optimizer_type: "AdamW8bit",
      learning_rate: 3e-4,
      unet_lr: 3e-4,
      text_encoder_lr: [6e-5, 6e-5],
      lr_scheduler: "cosine_with_restarts",
      lr_scheduler_num_cycles: 3,
      lr_warmup_steps: 0.05,
      network_dim: 8,
      network_alpha: 4,
      train_batch_size: 4,
      min_snr_gamma: 8,
      network_train_unet_only: false,
      cache_text_encoder_outputs: false,
    },
    en: "The same notebook's for SDXL: dim 8, batch 4, text encoders trained too.",
    ja: "同じノートブックの SDXL 設定。dim 8、バッチ 4、テキストエンコーダーも学習する。",
    source: "kohyaColab",
  },
];
