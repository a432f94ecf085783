import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Reading captions. */
export const textEncoder: readonly Parameter[] = inGroup("textEncoder", [
  parameter("clip_skip", "integer", "v0.2.0", {
    en: "Uses the output of the n-th last layer of CLIP: 2 for anime models of SD1.5; SDXL and the newer families ignore it.",
    ja: "CLIP の最後から何層目の出力を使うか（SD1.5 のアニメ系は 2、SDXL と DiT 系では無視される）。",
    least: 1,
  }),
  parameter("max_token_length", "integer", "v0.2.0", {
    en: "Longest caption in tokens for SD1.5, SD2 and SDXL; 75 when not given, what is beyond is cut off.",
    ja: "SD1.5・SD2・SDXL のキャプションの最大トークン数で、省略時は 75、超えた分は切り捨てられる。",
    choices: ["150", "225"],
  }),
  parameter("t5xxl_max_token_length", "integer", "v0.10.0", {
    en: "Longest caption in T5 tokens; FLUX takes 512, or 256 for schnell, when not given.",
    ja: "T5 のキャプションの最大トークン数（FLUX で省略時は 512、schnell は 256）。",
    familyDefaults: { sd3: 256 },
    least: 1,
    families: ["flux", "sd3", "chroma"],
    source: "library/flux_train_utils.py",
  }),
  parameter("qwen3_max_token_length", "integer", "v0.10.1", {
    en: "Longest caption in tokens of Anima's Qwen3.",
    ja: "Anima の Qwen3 側のキャプションの最大トークン数。",
    default: 512,
    least: 1,
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
  parameter("t5_max_token_length", "integer", "v0.10.1", {
    en: "Longest caption in tokens of Anima's T5 tokenizer.",
    ja: "Anima の T5 トークナイザー側のキャプションの最大トークン数。",
    default: 512,
    least: 1,
    families: ["anima"],
    source: "library/anima_train_utils.py",
  }),
  parameter("gemma2_max_token_length", "integer", "v0.10.0", {
    en: "Longest caption in tokens of Lumina's Gemma 2; 256 when not given.",
    ja: "Lumina の Gemma 2 のキャプションの最大トークン数（省略時は 256）。",
    least: 1,
    families: ["lumina"],
    source: "library/lumina_train_util.py",
  }),
  parameter("apply_t5_attn_mask", "flag", "v0.10.0", {
    en: "Hides the padding of T5's output from the model; Chroma needs it.",
    ja: "T5 出力のパディング部分をマスクする（Chroma では必須）。",
    families: ["flux", "sd3", "chroma"],
    source: "library/flux_train_utils.py",
  }),
  parameter("apply_lg_attn_mask", "flag", "v0.10.0", {
    en: "Zeroes the padding of the output of CLIP-L and CLIP-G in SD3.",
    ja: "SD3 の CLIP-L と CLIP-G 出力のパディング部分を 0 にする。",
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
  parameter("clip_l_dropout_rate", "number", "v0.10.0", {
    en: "Share of showings in which SD3 leaves out the output of CLIP-L.",
    ja: "SD3 で CLIP-L の出力を使わずに学習する割合。",
    default: 0,
    least: 0,
    most: 1,
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
  parameter("clip_g_dropout_rate", "number", "v0.10.0", {
    en: "Share of showings in which SD3 leaves out the output of CLIP-G.",
    ja: "SD3 で CLIP-G の出力を使わずに学習する割合。",
    default: 0,
    least: 0,
    most: 1,
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
  parameter("t5_dropout_rate", "number", "v0.10.0", {
    en: "Share of showings in which SD3 leaves out the output of T5.",
    ja: "SD3 で T5 の出力を使わずに学習する割合。",
    default: 0,
    least: 0,
    most: 1,
    families: ["sd3"],
    source: "library/sd3_train_utils.py",
  }),
]);
