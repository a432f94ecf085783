import { number, pictures } from "./counts-ja.js";
import type { SpreadWords } from "./spread-en.js";

const names: Record<string, string> = {
  close: "顔のアップ",
  upper: "上半身",
  thighs: "太ももまで",
  full: "全身",
  wide: "遠景",
  back: "後ろ姿",
  side: "横向き",
  above: "上から",
  below: "下から",
  standing: "立ち",
  sitting: "座り",
  lying: "寝姿",
  moving: "動き",
  kneeling: "ひざ立ち・しゃがみ",
  smiling: "笑顔",
  calm: "無表情",
  sad: "悲しみ",
  angry: "怒り",
  surprised: "驚き",
};
const groups: Record<string, string> = { framing: "構図", view: "向き", pose: "ポーズ", expression: "表情" };

export const spreadJa: SpreadWords = {
  group: (name) => groups[name] ?? name,
  name: (name) => names[name] ?? name,
  unnamed: "タグなし",
  source: (model, scored, total) => `${model}のスコアによる（${pictures(total)}のうち ${number(scored)} 枚）。`,
  finding: ({ kind, name = "", pictures: shown = 0, of = 0 }) => {
    if (kind === "missing") return `「${names[name] ?? name}」の画像がありません。LoRA は想像で描くことになります。`;
    if (kind === "text") return `${pictures(shown)}に文字や透かしがあるようです（タグ付けによる）。`;
    return `${number(of)} 枚中 ${number(shown)} 枚が「${names[name] ?? name}」です。キャプションに書かないと、被写体の一部として覚えます。`;
  },
};
