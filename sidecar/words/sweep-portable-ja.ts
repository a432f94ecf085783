import type { SweepPortableWords } from "./sweep-portable-en.js";

export const sweepPortableJa: SweepPortableWords = {
  columns: "横",
  rows: "縦",
  none: "なし",
  size: "画像の大きさ",
  hide: (value) => `${value} を隠す`,
  hidden: "非表示：",
  show: (value) => `${value} を再び表示`,
  open: (values) => `${values} を拡大`,
  close: "閉じる",
  infotext: "生成情報",
  copy: "コピー",
  copied: "コピーしました",
  keys: "←/→ で横、↑/↓ で縦に同じ位置のまま切り替え、Esc で閉じます。",
  use: (label, strength, low, high) => `${label} を強度 ${strength} で使う（${low}～${high} が良好）`,
  notEnough: "おすすめを出すには証拠が足りませんでした。",
  verdicts: {
    noEffect: "効果なし",
    undertrained: "学習不足",
    good: "良好",
    overtrained: "過学習",
    broken: "破綻",
    unknown: "証拠不足",
  },
  band: (low, high) => `${low}～${high}`,
  made: "LoRA Atelier で作成しました。",
};
