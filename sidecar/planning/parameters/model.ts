import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Base model. */
export const model: readonly Parameter[] = inGroup("model", [
  parameter("pretrained_model_name_or_path", "file", "v0.2.0", {
    en: "The base model the LoRA is trained on: a checkpoint file, a Diffusers folder or a name on Hugging Face.",
    ja: "学習元のベースモデル（チェックポイント、Diffusers のフォルダ、Hugging Face の名前のいずれか）。",
    front: true,
  }),
  parameter("vae", "file", "v0.2.0", {
    en: "A VAE used instead of the model's own one; Anima and HunyuanImage need it, FLUX, Chroma and Lumina take `ae` instead.",
    ja: "モデル内蔵の VAE の代わりに使う VAE で、Anima と HunyuanImage では必須、FLUX・Chroma・Lumina では代わりに ae を使う。",
  }),
  parameter("v2", "flag", "v0.2.0", {
    en: "Reads the base model as Stable Diffusion 2; SDXL refuses it and the newer families ignore it.",
    ja: "ベースモデルを SD2 系として読み込む（SDXL ではエラー、DiT 系では無視される）。",
  }),
  parameter("v_parameterization", "flag", "v0.2.0", {
    en: "Trains for v-prediction, as SD2 768 and v-pred SDXL models such as NoobAI v-pred need it.",
    ja: "v-prediction で学習する（SD2 の 768 版や、NoobAI の v-pred 版などの v-pred モデルで必須）。",
  }),
  parameter("model_type", "choice", "v0.10.0", {
    en: "Says whether the checkpoint is FLUX.1 or Chroma, which share one script.",
    ja: "同じスクリプトで扱う FLUX.1 と Chroma のどちらのモデルかを指定する。",
    default: "flux",
    choices: ["flux", "chroma"],
    families: ["flux", "chroma"],
    source: "library/flux_train_utils.py",
  }),
  parameter("tokenizer_cache_dir", "folder", "v0.4.5", {
    en: "Folder in which tokenizers are kept, so that later runs need no network; Anima ignores it.",
    ja: "トークナイザーを保存しておくフォルダで、オフラインでも学習できるようになる（Anima では無視される）。",
  }),
  parameter("disable_mmap_load_safetensors", "flag", "v0.9.0", {
    en: "Reads safetensors files without memory mapping, which loads models faster under WSL; Anima ignores it.",
    ja: "safetensors をメモリマップせずに読み、WSL での読み込みを速くする（Anima では無視される）。",
    families: ["sdxl", "anima", "flux", "sd3", "lumina", "hunyuan", "chroma"],
  }),
]);
