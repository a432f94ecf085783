import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

const stableDiffusion = ["networks.lora", "networks.dylora", "networks.lora_fa", "networks.oft", "lycoris.kohya"];

/** The LoRA itself. */
export const network: readonly Parameter[] = inGroup("network", [
  parameter("network_module", "text", "v0.2.0", {
    en: "Python module of the LoRA type; it must fit the base model.",
    ja: "LoRA の種類を決める Python モジュールで、ベースモデルに合ったものを使う。",
    choices: [
      "networks.lora",
      "networks.lora_anima",
      "networks.lora_flux",
      "networks.lora_sd3",
      "networks.lora_lumina",
      "networks.lora_hunyuan_image",
      "networks.dylora",
      "networks.lora_fa",
      "networks.oft",
      "networks.oft_flux",
      "lycoris.kohya",
    ],
    familyChoices: {
      sdxl: stableDiffusion,
      sd15: stableDiffusion,
      anima: ["networks.lora_anima"],
      flux: ["networks.lora_flux", "networks.oft_flux"],
      sd3: ["networks.lora_sd3"],
      sd2: stableDiffusion,
      lumina: ["networks.lora_lumina"],
      hunyuan: ["networks.lora_hunyuan_image"],
      chroma: ["networks.lora_flux"],
    },
    source: "train_network.py",
  }),
  parameter("network_dim", "integer", "v0.2.0", {
    en: "Rank of the LoRA: more can hold more detail, makes the file larger and overfits sooner; 4 when not given.",
    ja: "LoRA のランク（dim）で、大きいほど細部まで覚えるが、ファイルが大きくなり過学習もしやすい（省略時は 4）。",
    front: true,
    least: 1,
    source: "train_network.py",
  }),
  parameter("network_alpha", "number", "v0.4.0", {
    en: "Scale of the LoRA: alpha divided by dim multiplies what is learnt, often half of dim or the same.",
    ja: "alpha÷dim が学習の効きの倍率になる値で、dim の半分か同じ値にすることが多い。",
    front: true,
    default: 1,
    least: 0,
    source: "train_network.py",
  }),
  parameter("network_args", "words", "v0.2.0", {
    en: "Further settings of the LoRA type as `key=value`, such as `conv_dim=8` or `algo=lokr`.",
    ja: "LoRA の種類ごとの追加設定（conv_dim=8 や algo=lokr などの key=value）。",
    source: "train_network.py",
  }),
  parameter("network_dropout", "number", "v0.6.5", {
    en: "Share of LoRA neurons switched off at each step, against overfitting.",
    ja: "過学習対策として、各ステップで無効にするニューロンの割合。",
    least: 0,
    most: 1,
    source: "train_network.py",
  }),
  parameter("scale_weight_norms", "number", "v0.6.5", {
    en: "Shrinks LoRA weights whose norm grows above this value, against overfitting; 1 is a good start.",
    ja: "LoRA の重みのノルムをこの値以下に抑えて過学習を防ぐ（まずは 1 が目安）。",
    least: 0,
    source: "train_network.py",
  }),
  parameter("network_train_unet_only", "flag", "v0.2.0", {
    en: "Trains only the U-Net or DiT and leaves the text encoders as they are.",
    ja: "U-Net（DiT）だけを学習し、テキストエンコーダーは学習しない。",
    source: "train_network.py",
  }),
  parameter("network_train_text_encoder_only", "flag", "v0.2.0", {
    en: "Trains only the text encoders and leaves the U-Net or DiT as it is.",
    ja: "テキストエンコーダーだけを学習し、U-Net（DiT）は学習しない。",
    source: "train_network.py",
  }),
  parameter("network_weights", "file", "v0.2.0", {
    en: "A LoRA file from which training starts.",
    ja: "追加学習の元にする LoRA ファイル。",
    source: "train_network.py",
  }),
  parameter("dim_from_weights", "flag", "v0.6.5", {
    en: "Takes dim and alpha from the LoRA given as `network_weights`.",
    ja: "dim と alpha を network_weights の LoRA に合わせる。",
    source: "train_network.py",
  }),
  parameter("base_weights", "words", "v0.6.5", {
    en: "LoRA files merged into the base model before training.",
    ja: "学習前にベースモデルへマージしておく LoRA ファイル。",
    source: "train_network.py",
  }),
  parameter("base_weights_multiplier", "numbers", "v0.6.5", {
    en: "Strength of each LoRA merged before training, in the same order; 1 for those without.",
    ja: "学習前にマージする各 LoRA の強さ（同じ順番で、省略した分は 1）。",
    source: "train_network.py",
  }),
]);
