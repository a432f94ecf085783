import { number } from "./counts-ja.js";
import type { SamplePromptsWords } from "./sample-prompts-en.js";

export const samplePromptsJa: SamplePromptsWords = {
  title: "サンプル画像",
  note: "学習の途中で、プロンプトごとに画像を作ります。シードを固定すると変化がよく分かります。",
  none: "プロンプトがないので、サンプル画像は作られません。",
  add: "プロンプトを追加",
  propose: "画像からプロンプトを提案する",
  proposing: "キャプションを確認中…",
  prompt: (index) => `プロンプト ${number(index + 1)}`,
  comment: "コメント",
  text: "プロンプト",
  negative: "ネガティブプロンプト",
  numbers: { width: "幅", height: "高さ", seed: "シード", steps: "ステップ数", scale: "CFG スケール" },
  usual: "標準",
  kept: "その他の指定",
  up: (index) => `プロンプト ${number(index + 1)} を上へ`,
  down: (index) => `プロンプト ${number(index + 1)} を下へ`,
  copy: "複製",
  copyOf: (index) => `プロンプト ${number(index + 1)} を複製`,
  remove: "削除",
  removeOf: (index) => `プロンプト ${number(index + 1)} を削除`,
  removeComment: "コメントを削除",
  asText: "テキストで編集",
  often: "作る間隔",
  whenMissing: "作る間隔を決めてください。決めるまで画像は作られません。",
  drawnEachTime: (prompts) => `1 回に ${number(prompts)} 枚。`,
};
