import { number } from "./counts-ja.js";
import type { TrainingCurvesWords } from "./training-curves-en.js";

export const trainingCurvesJa: TrainingCurvesWords = {
  eachStep: "ステップごと（平滑化）",
  average: "学習プログラムが示す 1 エポックの平均",
  averageReadout: (average) => `平均 ${average}`,
  averageAt: (step, average) => `ステップ ${number(step)}：平均損失 ${average}`,
  comparedAt: (step, told) => `ステップ ${number(step)}：${told.join("、")}`,
  settings: {
    network_dim: "dim",
    network_alpha: "alpha",
    unet_lr: "U-Net の学習率",
    text_encoder_lr: "テキストエンコーダーの学習率",
    seed: "シード",
  },
  sources: {
    events: "学習プログラムが TensorBoard 用に書くイベントファイルの値です。最新のステップは最大 2 分遅れて届きます。",
    progress:
      "学習プログラムの進捗行に出る、直近 1 エポックの平均です（3 桁）。学習プログラムの Python に TensorBoard を入れると、ステップごとの損失も見られます。",
  },
  low: "低ければよいとは限りません。画像で確かめてください。",
  formula: "平滑化は TensorBoard と同じ、始まりを補正した指数移動平均です。",
  zoomHint: "範囲をドラッグすると拡大します。",
  keys: "矢印キーで曲線をたどり、+ と - で拡大・縮小、0 で全体を表示します。",
  showAll: "全ステップを表示",
  part: (from, to) => `ステップ ${number(from)}〜${number(to)}`,
  /** Short enough for the margin of a chart: small rates as trainers write them, 9.5e-5. */
  figure: (value) =>
    value !== 0 && Math.abs(value) < 0.001
      ? Number(value.toPrecision(3)).toExponential()
      : value.toLocaleString("ja", { maximumSignificantDigits: 4 }),
  oneDigit: (value) => value.toLocaleString("ja", { minimumFractionDigits: 1, maximumFractionDigits: 1 }),
  rates: "学習率",
  validation: "検証の損失",
  others: (value) => `学習プログラムのその他の曲線 ${number(value)} 本`,
  broken: (value) => `イベントファイルの記録 ${number(value)} 件が読めず、飛ばしました`,
  brokenAt: (file, at) => `${file}（${number(at)} バイト目）`,
  leftOut: (value) => `描いていない値 ${number(value)} 個（NaN、または重複）`,

  compare: "ほかの学習と比べる",
  compareNote: (most) => `一度に ${number(most)} 件まで、曲線を重ねて表示します。`,
  comparing: (value) => `ほかの学習 ${number(value)} 件と比較中`,
  byLoss: "ステップごとの損失（平滑化）です。",
  byAverage: "直近 1 エポックの平均です。ステップごとの損失がない学習が含まれています。",
  stopComparing: "比較をやめる",
  legend: "学習",
  same: "設定は同じ",

  cards: "GPU",
  memory: (used, total) => `${total} GiB 中 ${used} GiB`,
  memoryOf: (name) => `${name} のメモリ`,
  busy: (percent) => `使用率 ${number(percent)} %`,
  degrees: (value) => `${number(value)} °C`,

  openBoard: "TensorBoard",
  openingBoard: "TensorBoard を起動中…",
  boardHere: "TensorBoard を開く",
  boardNote: "本体のあるパソコンで動き、本体と一緒に終わります。",
};
