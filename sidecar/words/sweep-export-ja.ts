import type { SweepExportWords } from "./sweep-export-en.js";

export const sweepExportJa: SweepExportWords = {
  axes: {
    lora: "LoRA",
    strength: "LoRA の強度",
    textEncoder: "テキストエンコーダーの強度",
    prompt: "プロンプト",
    negative: "ネガティブプロンプト",
    seed: "シード",
  },
  noLora: "LoRA なし",
  rehearsal: "リハーサル：モデルではなく代役が描いた画像です",
  states: {
    waiting: "未生成",
    failed: "生成できませんでした",
    skipped: "スキップ",
    left: "見込みがないため未生成",
    wrong: "確認できません",
    unreadable: "ファイルを読めません",
  },
  problems: {
    missingLora: "LoRA が使われていません",
    staleLora: "古い LoRA ファイルが使われました",
    wrongHash: "別の LoRA が使われました",
    loraInControl: "LoRA が使われています",
    sameAsControl: "LoRA なしと同じ画像",
    sameAsStrength: "別の強度と同じ画像",
    interrupted: "中断されました",
    wrongSize: "サイズが違います",
    wrongSeed: "シードが違います",
    wrongModel: "ベースモデルが違います",
    blank: "真っ黒または単色",
    noInfotext: "生成情報がありません",
  },
  sweep: "描き比べ",
  base: "ベース",
  steps: "ステップ",
};
