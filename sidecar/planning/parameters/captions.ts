import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Caption files. */
export const captions: readonly Parameter[] = inGroup("captions", [
  parameter("caption_extension", "text", "v0.2.0", {
    en: "Extension of caption files: the trainer's default is `.caption`, so set `.txt` where yours are text files.",
    ja: "キャプションファイルの拡張子で、既定は.caption なので、.txt を使うなら必ず指定する。",
    front: true,
    default: ".caption",
  }),
  parameter("caption_extention", "text", "v0.3.0", {
    en: "Old spelling of `caption_extension`, which it overrides.",
    ja: "caption_extension の古い綴りで、指定するとそちらを上書きする。",
  }),
  parameter("caption_separator", "text", "v0.7.1", {
    en: "What separates tags in a caption when they are shuffled, kept or dropped.",
    ja: "シャッフルやドロップの際にタグの区切りとみなす文字。",
    default: ",",
  }),
  parameter("keep_tokens_separator", "text", "v0.7.1", {
    en: "A mark in captions, usually `|||`; what stands before the first one, and after a second one, is kept in place.",
    ja: "「|||」などの区切りで、1 つ目より前と、2 つ目があればその後ろのタグを固定する。",
    default: "",
  }),
  parameter("secondary_separator", "text", "v0.8.6", {
    en: "A second separator for tags that stay together when tags are shuffled or dropped, replaced by the first one afterwards.",
    ja: "シャッフルやドロップでひとまとまりに扱うタグの区切りで、処理後に通常の区切りへ置き換わる。",
  }),
  parameter("enable_wildcard", "flag", "v0.8.6", {
    en: "Picks one of `{a|b|c}` in captions each time, and one line of captions with several lines.",
    ja: "キャプション中の{a|b|c}から毎回 1 つを選び、複数行のキャプションからは 1 行を選ぶ。",
  }),
  parameter("caption_prefix", "text", "v0.7.0", {
    en: "Text put before every caption.",
    ja: "すべてのキャプションの先頭に付ける文字列。",
  }),
  parameter("caption_suffix", "text", "v0.7.0", {
    en: "Text put after every caption.",
    ja: "すべてのキャプションの末尾に付ける文字列。",
  }),
  parameter("weighted_captions", "flag", "v0.6.1", {
    en: "Understands weights like `(word:1.3)` in captions; only SD1.5, SD2 and SDXL can.",
    ja: "キャプションの「(word:1.3)」のような重み付けを有効にする（SD1.5・SD2・SDXL のみ対応）。",
    source: "library/custom_train_functions.py",
  }),
  parameter("system_prompt", "text", "v0.10.0", {
    en: "Text put before every caption for Lumina's language model.",
    ja: "Lumina の言語モデル向けにキャプションの前に付けるシステムプロンプト。",
    default: "",
    families: ["lumina"],
    source: "library/lumina_train_util.py",
  }),
]);
