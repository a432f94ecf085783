import { number } from "./counts-ja.js";
import { loraToolsJa } from "./lora-tools-ja.js";
import { trainerInstallJa } from "./trainer-install-ja.js";
import { trainerJa, trainerProblemsJa } from "./trainer-ja.js";
import { trainingCausesJa } from "./training-causes-ja.js";
import { trainingCurvesJa } from "./training-curves-ja.js";
import { trainingDialogsJa } from "./training-dialogs-ja.js";
import { trainingMachinesJa } from "./training-machines-ja.js";
import { trainingNowJa } from "./training-now-ja.js";
import type { TrainingPageWords } from "./training-page-en.js";
import { trainingPreflightJa } from "./training-preflight-ja.js";
import { trainingSeriesJa } from "./training-series-ja.js";

const steps = (value: number): string => `${number(value)} ステップ`;
const fixed = (value: number, digits: number): string =>
  value.toLocaleString("ja", { minimumFractionDigits: digits, maximumFractionDigits: digits });
const partly = (what: string) => (done: number | null, of: number | null) =>
  done === null || of === null || of === 0 ? what : `${what}：${number(of)} 枚中 ${number(done)} 枚`;

function time(seconds: number): string {
  if (seconds < 60) return `${number(Math.max(1, Math.round(seconds)))} 秒`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${number(minutes)} 分 ${number(Math.floor(seconds % 60))} 秒`;
  return `${number(Math.floor(minutes / 60))} 時間 ${number(minutes % 60)} 分`;
}

export const trainingPageJa: TrainingPageWords = {
  causes: trainingCausesJa,
  tools: loraToolsJa,
  preflight: trainingPreflightJa,
  trainer: trainerJa,
  trainerProblems: trainerProblemsJa,
  install: trainerInstallJa,
  ...trainingDialogsJa,
  now: trainingNowJa,
  curves: trainingCurvesJa,
  machines: trainingMachinesJa,
  series: trainingSeriesJa,

  invite:
    "ここで計画どおりに学習します。損失をその場で見ながら、停止・再開・順番待ちができます。LoRA ファイルに欠けがないと確かめられて初めて「完了」になります。",
  inviteNoFolder: "先に画像フォルダを開いてください。計画を立てると、ここで学習できます。",
  makePlan: "計画を立てる",
  rehearseFolder: "この画像でリハーサルする",
  rehearseNote:
    "リハーサルはすぐに終わり、GPU もモデルも要りません。代役が学習プログラムを演じるだけで、何も学習しません。",

  nothingYet: "まだ学習していません",
  training: (step, total) => `学習中：${number(total)} ステップ中 ${number(step)}`,
  phaseSentences: {
    starting: () => "学習プログラムを起動中",
    reading: partly("画像を読み込み中"),
    loading: () => "モデルを読み込み中",
    caching: partly("latent をキャッシュ中"),
    preparing: () => "ネットワークとオプティマイザを準備中",
    saving: () => "ファイルを保存中",
    ended: () => "終了処理中",
  },
  queued: (place) => (place <= 1 ? "順番待ち：次に始まります" : `順番待ち：${number(place)} 番目`),
  queuedPaused: "順番待ち：一時停止中です",
  finished: (total) => `完了：${steps(total)}、ファイルに欠けはありません`,
  stopped: (step, there) =>
    `ステップ ${number(step)} で停止。${there === 0 ? "保存されたファイルはありません" : `ファイルが ${number(there)} 個あります`}`,
  neverBegan: "始まる前に取り消されました",
  failed: (title) => (title === null ? "失敗" : `失敗：${title}`),
  unknownEnd: "どう終わったのかわかりません",
  brief: {
    queued: (place) => `${number(place)} 番目に待機`,
    removed: "取り消し",
    stopped: (step) => `ステップ ${number(step)} で停止`,
    succeeded: "完了、ファイルは正常",
    unknown: "結果不明",
  },
  roomStep: (step, total) => `${number(total)} ステップ中 ${number(step)}`,
  roomFinished: (name) => `完了：${name}`,
  roomStopped: (name) => `停止：${name}`,
  roomWaiting: (value) => `${number(value)} 件待機中`,
  percent: (part) => `${number(Math.floor(part * 100))} %`,
  rehearsal: "リハーサル",
  rehearsalNote:
    "これはリハーサルです。代役が学習プログラムを演じているだけで、何も学習せず、できたファイルで絵は変わりません。",

  phasesTitle: "段階",
  phases: {
    starting: "起動",
    reading: "画像",
    loading: "モデル",
    caching: "latent",
    preparing: "準備",
    training: "学習",
    saving: "保存",
  },
  phaseDone: "済み",
  phaseNow: "現在",
  phaseFailed: "ここで終了",
  progress: (name) => `${name} の進み具合`,
  secondsPerStep: (seconds) =>
    seconds >= 1 ? `1 ステップ ${fixed(seconds, 2)} 秒` : `毎秒 ${fixed(1 / Math.max(seconds, 1e-6), 1)} ステップ`,
  epoch: (epoch, epochs) => `${number(epochs)} エポック中 ${number(epoch)}`,
  took: time,

  lossTitle: "損失（loss）",
  earlierCurve: (id) => `破線は、続きの元になった実行 ${number(id)} です。`,
  noLoss: "最初のステップが終わると、ここに曲線が現れます。",
  nanNow: "損失が NaN になりました。この学習はもう役に立ちません。停止して、学習率を下げるか bf16 で学習してください。",
  curveReadout: (step, mean, least, greatest) =>
    least === greatest
      ? `ステップ ${number(step)}：損失 ${mean}`
      : `ステップ ${number(step)}：損失 ${mean}（${least}〜${greatest}）`,
  loss: (value) => value.toLocaleString("ja", { maximumSignificantDigits: 3, minimumSignificantDigits: 3 }),
  savedHere: (name) => `ここで保存：${name}`,
  curveName: "ステップごとの損失",
  smoothing: "なめらかさ",
  logScale: "対数目盛",

  filesTitle: (there, expected) =>
    there === 0
      ? `ファイルはまだありません（予定 ${number(expected)} 個）`
      : there >= expected
        ? `ファイル ${number(there)} 個（欠けなし）`
        : `ファイル ${number(expected)} 個のうち ${number(there)} 個（欠けなし）`,
  filesEnded: (there) => (there === 0 ? "保存されたファイルはありません" : `ファイル ${number(there)} 個（欠けなし）`),
  fileStep: (step) => `ステップ ${number(step)}`,
  lastFile: "最後のファイル",
  stateFile: "再開用の状態",
  copy: "コピー",
  copyPath: "パスをコピー",
  copyPathOf: (name) => `パスをコピー：${name}`,
  copied: "コピーしました。",
  warnings: (value) => `学習プログラムの警告 ${number(value)} 件`,
  logLines: "根拠になったログの行",

  stopNow: "今すぐ停止",
  stopQuestion: (there, since) =>
    there === 0
      ? `まだ何も保存されていません。ここまでの ${number(since)} ステップは失われます。`
      : `保存済みのファイル ${number(there)} 個は残ります。${since > 0 ? `その後の ${number(since)} ステップは失われます。` : ""}`,
  stopIt: "停止する",
  goOn: "続ける",
  stopAfterSave: "次の保存の後に停止",
  stopsAfterSave: "次の保存の後に停止します。",
  resume: (step) => `ステップ ${number(step)} から再開`,
  retry: "もう一度学習する",
  rehearseAgain: "もう一度リハーサルする",
  openLog: "ログ…",
  tellMe: "終わったら知らせる",
  noticeDenied: "このブラウザでは通知が許可されていません。このアドレスの設定で許可できます。",
  showRunning: (name) => `学習を表示：${name}`,

  queueTitle: "順番待ちと履歴",
  noRuns: "このパソコンではまだ何も学習していません。",
  pauseQueue: "順番待ちを一時停止",
  continueQueue: "順番待ちを再開",
  queuePaused: "一時停止中です。実行中の学習は続きますが、新しい学習は始まりません。",
  earlier: (name) => `${name} を上へ`,
  later: (name) => `${name} を下へ`,
  remove: (name) => `取り消す：${name}`,
  removeShort: "取り消す",
  moreRuns: (value) => `以前の学習をあと ${number(value)} 件表示`,
  runNumber: (id) => `実行 ${number(id)}`,
  steps,
};
