import type { CheckWords } from "./check-en.js";
import { checkProblemsJa } from "./check-problems-ja.js";
import { pictures } from "./counts-ja.js";

export const checkJa: CheckWords = {
  open: "確認…",
  title: "学習の妨げになるもの",
  run: (total) => `${pictures(total)}を調べる`,
  again: (total) => `残り${pictures(total)}を調べる`,
  note: "何も変更しません。測った値は保存されるので、次からはすぐに終わります。",
  verdicts: {
    ready: "学習できます",
    warnings: "学習できますが、注意があります",
    "not-trainable": "まだ学習できません",
  },
  severities: { error: "学習が止まる", warning: "学習の質が下がる", note: "参考" },
  concept: "LoRA に覚えさせるもの",
  maxSize: "画像の上限（一辺の画素数）",
  minImages: "最少枚数",
  nothingFound: "学習の妨げになるものは見つかりませんでした。",
  seenIn: (total) => pictures(total),
  unsure: (total) => `${pictures(total)}：判断できない項目があります`,
  unsureNames: { sharpness: "鮮明さ", noise: "ノイズ", exposure: "明るさ", background: "背景" },
  duplicates: "同じ画像・反転・切り抜き",
  duplicateNames: { exact: "同じファイル", near: "ほぼ同じ", mirrored: "左右反転", crop: "一部の切り抜き" },
  moveAway: (total) => `${pictures(total)}をゴミ箱フォルダへ移す`,
  spread: "画像の内訳",
  noScores: "まだタグ付けされていないので、構図・向き・ポーズ・表情はわかりません。",
  cannotTell: "判断できません",
  problems: checkProblemsJa,
};
