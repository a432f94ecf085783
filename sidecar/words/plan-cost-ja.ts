import { number } from "./counts-ja.js";
import type { PlanCostWords } from "./plan-cost-en.js";

const steps = (value: number): string => `${number(value)} ステップ`;
const epochs = (value: number): string => `${number(value)} エポック`;
const short = (value: number): string =>
  value.toLocaleString(
    "ja",
    value < 0.1 ? { maximumSignificantDigits: 1 } : { maximumFractionDigits: value < 10 ? 1 : 0 },
  );

function time(seconds: number): string {
  if (seconds < 90) return `${number(Math.max(1, Math.round(seconds)))} 秒`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${number(minutes)} 分`;
  const rest = Math.round((minutes % 60) / 5) * 5;
  const hours = Math.floor(minutes / 60) + (rest === 60 ? 1 : 0);
  return rest === 0 || rest === 60 || hours >= 10 ? `${number(hours)} 時間` : `${number(hours)} 時間 ${rest} 分`;
}

const range = (low: string, high: string): string => (low === high ? `約 ${low}` : `${low}〜${high}`);

export const planCostJa: PlanCostWords = {
  cost: "かかるもの",
  asSimple: (exact, perEpoch) =>
    `ちょうど ${steps(exact)}（1 エポック ${number(perEpoch)}）です。画像 × 繰り返し × エポックの計算どおりになります。`,
  notAsSimple: (exact, article) =>
    `実際は ${steps(exact)}です。画像 × 繰り返し × エポックでは ${number(article)} ですが、次の理由で変わります。`,
  kohyaSays: (value) => `Kohya's GUI では ${steps(value)}と表示されます。`,
  stepsUnknown: "画像が見つかりしだい、ステップ数を数えます。",
  timeline: (exact, total) => `学習の流れ：${epochs(total)}で ${steps(exact)}、保存位置つき`,
  saves: "保存されるファイル",
  saveSentence: (name, step, removedAt) =>
    removedAt === null ? `${name}：${steps(step)}で保存` : `${name}：${steps(step)}で保存し、${steps(removedAt)}で削除`,
  curves: {
    drawn: (scheduler) => `学習率は ${scheduler || "constant"}。`,
    relative: () => "Adafactor が自分で歩幅を決めます。線はその変わり方で、指定した学習率は使われません。",
    own: () => "学習率の動きはオプティマイザ自身が決めるため、線は描けません。",
    unknown: (scheduler) => `${scheduler || "このスケジューラ"} での学習率の動きは、ここではわかりません。`,
  },
  warmup: (value) => `${steps(value)}までウォームアップ。`,
  legendSave: "保存",
  legendRemoved: "後で削除",
  legendRate: "学習率",
  legendSize: "歩幅",
  legendWarmup: "ウォームアップ",
  legendSample: "サンプル画像",
  time: "時間",
  memory: "VRAM",
  disk: "ディスク",
  duration: (low, high) => range(time(low), time(high)),
  aStep: (low, high) => `1 ステップ ${range(short(low), short(high))} 秒`,
  gibibytes: (low, high) => `${range(short(low), short(high))} GiB`,
  basisRuns: (value) => `このパソコンで終わった学習 ${number(value)} 回からの見積もりです。`,
  basisPublishedNoCard:
    "公開されている GPU の数値からの見積もりです。このパソコンでは GPU が応答せず、CPU では千倍以上かかります。一度学習すれば、このパソコンの実績から見積もります。",
  basisPublished:
    "公開されている似た GPU の数値からの見積もりです。一度学習すれば、このパソコンの実績から見積もります。",
  learnSpeed: "このパソコンで学習した LoRA から時間を見積もる…",
  loraPath: "このパソコンで最後まで学習した LoRA ファイル",
  learnIt: "時間を読み取る",
  learnedFrom: (total, perStep) => `${steps(total)}、1 ステップ ${short(perStep)} 秒でした。今後の見積もりに使います。`,
  files: (staying, removed) =>
    removed === 0
      ? `ファイルが ${number(staying)} 個できます`
      : `${number(staying)} 個が残り、${number(removed)} 個は途中で削除されます`,
  fileAt: (step, epoch) => `${steps(step)}（${number(epoch)} エポック目）`,
  removedAt: (step) => `${steps(step)}で削除`,
  noFiles: "ファイルは一つも保存されません。",
};
