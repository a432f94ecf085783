import { number, pictures } from "./counts-ja.js";
import { sweepAxisExamplesJa, sweepAxisNotesJa } from "./sweep-axis-notes-ja.js";
import { sweepCellProblemsJa } from "./sweep-cell-problems-ja.js";
import { sweepFormJa } from "./sweep-form-ja.js";
import type { SweepPageWords } from "./sweep-page-en.js";
import { sweepPlanProblemsJa } from "./sweep-plan-problems-ja.js";
import { sweepReasonsJa } from "./sweep-reasons-ja.js";
import { sweepReportJa } from "./sweep-report-ja.js";
import { sweepStandstillJa } from "./sweep-standstill-ja.js";

const time = (seconds: number): string => {
  if (seconds < 90) return `${number(Math.max(1, Math.round(seconds)))} 秒`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return `${number(minutes)} 分`;
  return `${(minutes / 60).toLocaleString("ja", { maximumFractionDigits: 1 })} 時間`;
};

/** Sentences of the Sweep room around its grid. */
export const sweepPageJa: SweepPageWords = {
  form: sweepFormJa,
  report: sweepReportJa,
  time,
  nothingYet: "まだ描いていません",
  roomPictures: (done, total) => `${pictures(total)}中 ${number(done)} 枚`,
  roomPaused: (done, total) => `一時停止中（${number(total)} 枚中 ${number(done)} 枚）`,
  inviteTitle: "どの保存ファイルを、どの強さで使うか",
  invite:
    "学習の途中で保存した LoRA を強度を変えながら描き比べ、LoRA が本当に効いた画像かを確かめ、LoRA なしの同じ画像と比べて、いちばん良い組み合わせを示します。",
  inviteNoFiles: "LoRA ファイルが必要です。学習したものでも、手元のものでもかまいません。",
  train: "先に学習する",
  plan: "描き比べを計画する",
  chooseFiles: "LoRA ファイルを選ぶ…",
  rehearse: "リハーサルする",
  rehearseTraining: "先に学習をリハーサル",
  rehearseNote: "リハーサルでは代役が図を描きます。WebUI も GPU も要りません。画像には代役の図であると書かれます。",
  rehearsal: "リハーサル",
  rehearsalNote: "リハーサルです。モデルではなく代役が描いた図についての結果です。",
  newSweep: "新しい描き比べ",
  change: "変更…",
  list: (value) => `すべての描き比べ（${number(value)} 件）`,
  names: { drawing: "描画中", paused: "一時停止", done: "完了", cancelled: "中止", failed: "失敗" },
  rename: "名前を変更",
  renameNamed: (name) => `「${name}」の名前を変更`,
  renameDone: "この名前にする",
  newName: (name) => `「${name}」の新しい名前`,
  remove: "削除",
  removeNamed: (name) => `「${name}」を削除`,
  removed: (name) => `「${name}」を削除しました。画像はまだ残っています。`,
  bringBack: "元に戻す",
  chips: {
    axis: (title, values) => `${title} × ${number(values)}`,
    proven: "全マス確認済み ✓",
    unproven: (value) => `未確認 ${number(value)} マス`,
    failed: (value) => `失敗 ${number(value)} マス`,
    left: (value) => `探索で省略 ${number(value)} マス`,
    reused: (value) => `以前の画像を利用 ${number(value)} マス`,
  },
  pause: "一時停止",
  resume: (left) => `残りの${pictures(left)}を描く`,
  cancel: "中止",
  pausing: "描いている画像が終わったら止まります。",
  rate: (seconds) => `1 枚 ${seconds.toLocaleString("ja", { maximumFractionDigits: seconds < 10 ? 1 : 0 })} 秒`,
  left: (seconds) => `残り約 ${time(seconds)}`,
  own: (milliseconds) =>
    `1 マスの処理 ${milliseconds.toLocaleString("ja", { maximumFractionDigits: 1 })} ミリ秒（描画を除く）`,
  merges: (requests, merges) => `依頼 ${number(requests)} 回、LoRA の読み込み ${number(merges)} 回`,
  webuis: "描いている WebUI",
  webuiStates: {
    drawing: "描画中",
    waiting: "待機中",
    away: "応答がありません",
    queued: "WebUI の順番待ち",
  },
  webuiDrawn: (value) => `${number(value)} 枚`,
  problems: "うまくいかなかったもの",
  problemCells: (value) => `${number(value)} マス`,
  showCell: "最初のものを見る",
  redrawThese: (value) => `この ${number(value)} マスを描き直す`,
  redrawAll: (value) => `全 ${number(value)} マスを描き直す`,
  job: "描き比べ",
  jobNamed: (name) => `描き比べ「${name}」`,
  jobScore: "画像の採点",
  jobScored: "描き比べの画像を採点しました。",
  show: (name) => `「${name}」を表示`,
  sweepRun: "強度を描き比べる",
  axisNotes: sweepAxisNotesJa as Readonly<Record<string, string>>,
  axisExamples: sweepAxisExamplesJa,
  problemWords: { ...sweepPlanProblemsJa, ...sweepCellProblemsJa },
  standstillWords: sweepStandstillJa,
  reasonWords: sweepReasonsJa,
};
