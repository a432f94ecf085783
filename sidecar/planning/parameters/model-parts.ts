import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Further files of the newer families. */
export const modelParts: readonly Parameter[] = inGroup("model", [
  parameter("clip_l", "file", "v0.10.0", {
    en: "The CLIP-L text encoder file of FLUX and SD3; Chroma has none and SD3 may hold it in its checkpoint.",
    ja: "FLUX と SD3 の CLIP-L テキストエンコーダーのファイル（Chroma では使わず、SD3 ではモデルに内蔵の場合もある）。",
    families: ["flux", "sd3", "chroma"],
    source: "library/flux_train_utils.py",
  }),
  parameter("clip_g", "file", "v0.10.0", {
    en: "The CLIP-G text encoder file of SD3, when the checkpoint does not hold it.",
    ja: "SD3 の CLIP-G テキストエンコーダーのファイル（モデルに内蔵されていない場合）。",
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
  parameter("t5xxl", "file", "v0.10.0", {
    en: "The T5-XXL text encoder file of FLUX, Chroma and SD3.",
    ja: "FLUX・Chroma・SD3 の T5-XXL テキストエンコーダーのファイル。",
    families: ["flux", "sd3", "chroma"],
    source: "library/flux_train_utils.py",
  }),
  parameter("ae", "file", "v0.10.0", {
    en: "The autoencoder file of FLUX, Chroma and Lumina, their VAE.",
    ja: "FLUX・Chroma・Lumina のオートエンコーダー（VAE にあたるもの）のファイル。",
    families: ["flux", "lumina", "chroma"],
    source: "library/flux_train_utils.py",
  }),
  parameter("qwen3", "file", "v0.10.1", {
    en: "The Qwen3-0.6B text encoder of Anima, as a file or a folder.",
    ja: "Anima の Qwen3-0.6B テキストエンコーダー（ファイルまたはフォルダ）。",
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
  parameter("t5_tokenizer_path", "folder", "v0.10.1", {
    en: "Folder of the T5 tokenizer of Anima, when it is not the one that comes with the trainer.",
    ja: "Anima で使う T5 トークナイザーのフォルダ（指定しなければ付属のものを使う）。",
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
  parameter("llm_adapter_path", "file", "v0.10.1", {
    en: "Weights of Anima's LLM adapter in a file of their own; LoRA training takes this argument and does not read it.",
    ja: "Anima の LLM アダプターを別ファイルで渡す指定だが、LoRA 学習では受け付けるだけで読まれない。",
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
  parameter("gemma2", "file", "v0.10.0", {
    en: "The Gemma 2 text encoder file of Lumina.",
    ja: "Lumina の Gemma 2 テキストエンコーダーのファイル。",
    families: ["lumina"],
    source: "library/lumina_train_util.py",
  }),
  parameter("text_encoder", "file", "v0.10.0", {
    en: "The Qwen2.5-VL text encoder file of HunyuanImage.",
    ja: "HunyuanImage の Qwen2.5-VL テキストエンコーダーのファイル。",
    families: ["hunyuan"],
    source: "hunyuan_image_train_network.py",
  }),
  parameter("byt5", "file", "v0.10.0", {
    en: "The byT5 file of HunyuanImage, which reads text that shall stand in the picture.",
    ja: "HunyuanImage の byT5 のファイル（画像内の文字を担当する）。",
    families: ["hunyuan"],
    source: "hunyuan_image_train_network.py",
  }),
  parameter("controlnet_model_name_or_path", "file", "v0.10.0", {
    en: "A ControlNet for FLUX; LoRA training takes this argument and does not read it.",
    ja: "FLUX 用 ControlNet の指定だが、LoRA 学習では受け付けるだけで使われない。",
    families: ["flux", "chroma"],
    source: "library/flux_train_utils.py",
  }),
]);
