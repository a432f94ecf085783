import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** Captions changed by chance. */
export const captionsChance: readonly Parameter[] = inGroup("captions", [
  parameter("shuffle_caption", "flag", "v0.2.0", {
    en: "Shuffles the tags of a caption at every showing; cannot be combined with cached text encoder outputs.",
    ja: "学習のたびにタグの順番をシャッフルする（テキストエンコーダー出力のキャッシュとは併用不可）。",
  }),
  parameter("keep_tokens", "integer", "v0.2.0", {
    en: "Number of tags at the beginning, such as the trigger word, that are never shuffled or dropped.",
    ja: "シャッフルもドロップもせず先頭に残すタグの数（トリガーワードなど）。",
    default: 0,
    least: 0,
  }),
  parameter("caption_dropout_rate", "number", "v0.4.3", {
    en: "Share of showings in which the whole caption is left out.",
    ja: "キャプションを丸ごと空にして学習する割合。",
    default: 0,
    least: 0,
    most: 1,
  }),
  parameter("caption_dropout_every_n_epochs", "integer", "v0.4.3", {
    en: "Leaves out all captions in every so many epochs; 0 never does.",
    ja: "指定したエポックごとに全キャプションを空にして学習する（0 で無効）。",
    default: 0,
    least: 0,
  }),
  parameter("caption_tag_dropout_rate", "number", "v0.4.3", {
    en: "Chance with which each tag that is not kept is left out.",
    ja: "固定していないタグを 1 つずつドロップする確率。",
    default: 0,
    least: 0,
    most: 1,
  }),
  parameter("token_warmup_min", "integer", "v0.5.3", {
    en: "Number of tags with which training begins when tags are added little by little.",
    ja: "タグを少しずつ増やして学習するときの、開始時のタグ数。",
    default: 1,
    least: 0,
  }),
  parameter("token_warmup_step", "number", "v0.5.3", {
    en: "Step at which all tags are used, or below 1 the share of all steps; 0 uses all from the start.",
    ja: "全タグを使い始めるステップ（1 未満なら全ステップに対する割合、0 なら最初から全タグ）。",
    default: 0,
    least: 0,
  }),
]);
