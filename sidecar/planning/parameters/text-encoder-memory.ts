import { flowFamilies, inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Where captions are read. */
export const textEncoderMemory: readonly Parameter[] = inGroup("textEncoder", [
  parameter("cache_text_encoder_outputs", "flag", "v0.7.0", {
    en: "Reads all captions once and keeps the results, which saves VRAM; captions can then not be shuffled, and SDXL and Anima need `network_train_unet_only`.",
    ja: "キャプションを最初に一度だけ処理して VRAM を節約する（シャッフルはできなくなり、SDXL と Anima では network_train_unet_only も必要）。",
    families: ["sdxl", "anima", "flux", "sd3", "lumina", "hunyuan", "chroma"],
  }),
  parameter("cache_text_encoder_outputs_to_disk", "flag", "v0.7.0", {
    en: "Keeps the captions' results in files beside the pictures, for this run and later ones.",
    ja: "テキストエンコーダーの出力を画像の隣にファイルで保存し、次回以降も使う。",
    families: ["sdxl", "anima", "flux", "sd3", "lumina", "hunyuan", "chroma"],
  }),
  parameter("text_encoder_batch_size", "integer", "v0.10.0", {
    en: "Captions read at once while caching; the set's batch size when not given.",
    ja: "出力のキャッシュ時に一度に処理するキャプション数（省略時はデータセットのバッチサイズ）。",
    least: 1,
    families: flowFamilies,
  }),
  parameter("text_encoder_cpu", "flag", "v0.10.0", {
    en: "Runs the text encoders of HunyuanImage on the processor, which saves VRAM and takes long.",
    ja: "HunyuanImage のテキストエンコーダーを CPU で動かし、遅くなる代わりに VRAM を節約する。",
    families: ["hunyuan"],
    source: "hunyuan_image_train_network.py",
  }),
  parameter("fp8_vl", "flag", "v0.10.0", {
    en: "Loads the Qwen2.5-VL text encoder of HunyuanImage in fp8 to save VRAM.",
    ja: "HunyuanImage の Qwen2.5-VL を fp8 で読み込み、VRAM を節約する。",
    families: ["hunyuan"],
    source: "hunyuan_image_train_network.py",
  }),
  parameter("t5xxl_device", "text", "v0.10.0", {
    en: "Does nothing yet: meant to choose the device for T5-XXL.",
    ja: "まだ機能しない（T5-XXL を動かすデバイスの指定）。",
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
  parameter("t5xxl_dtype", "text", "v0.10.0", {
    en: "Does nothing yet: meant to choose the number format of T5-XXL.",
    ja: "まだ機能しない（T5-XXL の数値精度の指定）。",
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
]);
