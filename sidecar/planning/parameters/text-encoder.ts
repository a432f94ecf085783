import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Reading captions. */
export const textEncoder: readonly Parameter[] = inGroup("textEncoder", [
  parameter("clip_skip", "integer", "v0.2.0", {
    en: "Uses the output of the n-th last layer of CLIP: 2 for anime models of SD1.5; SDXL and the newer families ignore it.",
    ja: "CLIPの最後から何層目の出力を使うか（SD1.5のアニメ系は2、SDXLとDiT系では無視される）。",
    least: 1,
  }),
  parameter("max_token_length", "integer", "v0.2.0", {
    en: "Longest caption in tokens for SD1.5, SD2 and SDXL; 75 when not given, what is beyond is cut off.",
    ja: "SD1.5・SD2・SDXLのキャプションの最大トークン数で、省略時は75、超えた分は切り捨てられる。",
    choices: ["150", "225"],
  }),
  parameter("t5xxl_max_token_length", "integer", "v0.10.0", {
    en: "Longest caption in T5 tokens; FLUX takes 512, or 256 for schnell, when not given.",
    ja: "T5のキャプションの最大トークン数（FLUXで省略時は512、schnellは256）。",
    familyDefaults: { sd3: 256 },
    least: 1,
    families: ["flux", "sd3", "chroma"],
    source: "library/flux_train_utils.py",
  }),
  parameter("qwen3_max_token_length", "integer", "v0.10.1", {
    en: "Longest caption in tokens of Anima's Qwen3.",
    ja: "AnimaのQwen3側のキャプションの最大トークン数。",
    default: 512,
    least: 1,
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
  parameter("t5_max_token_length", "integer", "v0.10.1", {
    en: "Longest caption in tokens of Anima's T5 tokenizer.",
    ja: "AnimaのT5トークナイザー側のキャプションの最大トークン数。",
    default: 512,
    least: 1,
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
  parameter("gemma2_max_token_length", "integer", "v0.10.0", {
    en: "Longest caption in tokens of Lumina's Gemma 2; 256 when not given.",
    ja: "LuminaのGemma 2のキャプションの最大トークン数（省略時は256）。",
    least: 1,
    families: ["lumina"],
    source: "library/lumina_train_util.py",
  }),
  parameter("apply_t5_attn_mask", "flag", "v0.10.0", {
    en: "Hides the padding of T5's output from the model; Chroma needs it.",
    ja: "T5出力のパディング部分をマスクする（Chromaでは必須）。",
    families: ["flux", "sd3", "chroma"],
    source: "library/flux_train_utils.py",
  }),
  parameter("apply_lg_attn_mask", "flag", "v0.10.0", {
    en: "Zeroes the padding of the output of CLIP-L and CLIP-G in SD3.",
    ja: "SD3のCLIP-LとCLIP-G出力のパディング部分を0にする。",
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
  parameter("clip_l_dropout_rate", "number", "v0.10.0", {
    en: "Share of showings in which SD3 leaves out the output of CLIP-L.",
    ja: "SD3でCLIP-Lの出力を使わずに学習する割合。",
    default: 0,
    least: 0,
    most: 1,
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
  parameter("clip_g_dropout_rate", "number", "v0.10.0", {
    en: "Share of showings in which SD3 leaves out the output of CLIP-G.",
    ja: "SD3でCLIP-Gの出力を使わずに学習する割合。",
    default: 0,
    least: 0,
    most: 1,
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
  parameter("t5_dropout_rate", "number", "v0.10.0", {
    en: "Share of showings in which SD3 leaves out the output of T5.",
    ja: "SD3でT5の出力を使わずに学習する割合。",
    default: 0,
    least: 0,
    most: 1,
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
]);
