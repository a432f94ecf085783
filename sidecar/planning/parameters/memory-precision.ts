import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Number formats. */
export const memoryPrecision: readonly Parameter[] = inGroup("memory", [
  parameter("mixed_precision", "choice", "v0.2.0", {
    en: "Number format of the computation: bf16 on cards since RTX 30, fp16 on older ones; `no` takes the most VRAM.",
    ja: "計算に使う数値精度で、RTX30 以降は bf16、それ以前は fp16、no は VRAM を最も使う。",
    front: true,
    default: "no",
    choices: ["no", "fp16", "bf16"],
  }),
  parameter("full_fp16", "flag", "v0.2.0", {
    en: "Keeps the LoRA weights and gradients in fp16 too; needs `mixed_precision` fp16 and may become unstable.",
    ja: "LoRA の重みと勾配も fp16 にする（mixed_precision は fp16 が必要で、不安定になることがある）。",
  }),
  parameter("full_bf16", "flag", "v0.7.0", {
    en: "Keeps the LoRA weights and gradients in bf16 too; needs `mixed_precision` bf16.",
    ja: "LoRA の重みと勾配も bf16 にする（mixed_precision は bf16 が必要）。",
  }),
  parameter("fp8_base", "flag", "v0.8.2", {
    en: "Holds the base model in fp8 to save VRAM; needs mixed precision, and Anima and HunyuanImage do not support it.",
    ja: "ベースモデルを fp8 で保持して VRAM を節約する（mixed_precision が必要、Anima と HunyuanImage は非対応）。",
  }),
  parameter("fp8_base_unet", "flag", "v0.10.0", {
    en: "Holds only the U-Net or DiT in fp8 and leaves the text encoders as they are.",
    ja: "U-Net（DiT）だけを fp8 で保持し、テキストエンコーダーはそのままにする。",
    source: "train_network.py",
  }),
  parameter("fp8_scaled", "flag", "v0.10.0", {
    en: "Holds the DiT of HunyuanImage in fp8 with scales, in place of `fp8_base`.",
    ja: "HunyuanImage の DiT をスケール付き fp8 で保持する（fp8_base の代わり）。",
    families: ["hunyuan"],
    source: "hunyuan_image_train_network.py",
  }),
  parameter("no_half_vae", "flag", "v0.7.0", {
    en: "Runs the VAE in full precision, against black or broken pictures with SDXL's VAE.",
    ja: "VAE を float32 で動かす（SDXL の VAE で真っ黒な画像や NaN が出るのを防ぐ）。",
    source: "train_network.py",
  }),
]);
