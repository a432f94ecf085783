import { arrangeJa } from "./arrange-ja.js";
import { bucketsJa } from "./buckets-ja.js";
import { captionFilesJa } from "./caption-files-ja.js";
import { captionHelpJa } from "./caption-help-ja.js";
import { captionsJa } from "./captions-ja.js";
import { checkJa } from "./check-ja.js";
import { chooseJa } from "./choose-ja.js";
import { captions, fixed, number, pictures, size } from "./counts-ja.js";
import { courseJa } from "./course-ja.js";
import { cudaJa } from "./cuda-ja.js";
import { cutoutJa } from "./cutout-ja.js";
import { elsewhereJa } from "./elsewhere-ja.js";
import type { Words } from "./en.js";
import { filterMistakesJa } from "./filter-mistakes-ja.js";
import { historyJa } from "./history-ja.js";
import { jaErrors } from "./ja-errors.js";
import { jaModels } from "./ja-models.js";
import { lineageJa } from "./lineage-ja.js";
import { machinesJa } from "./machines-ja.js";
import { planPageJa } from "./plan-page-ja.js";
import { projectsJa } from "./projects-ja.js";
import { rehearseJa } from "./rehearse-ja.js";
import { renameJa } from "./rename-ja.js";
import { reportPageJa } from "./report-page-ja.js";
import { resizeJa } from "./resize-ja.js";
import { inJapanese } from "./said-ja/in-japanese.js";
import { samplePromptsJa } from "./sample-prompts-ja.js";
import { sendJa } from "./send-ja.js";
import { settingsJa } from "./settings-ja.js";
import { spreadJa } from "./spread-ja.js";
import { subjectJa } from "./subject-ja.js";
import { sweepPageJa } from "./sweep-page-ja.js";
import { sweepPruneJa } from "./sweep-prune-ja.js";
import { sweepViewJa } from "./sweep-view-ja.js";
import { taggingJa } from "./tagging-ja.js";
import { tourJa } from "./tour-ja.js";
import { trainingHistoryJa } from "./training-history-ja.js";
import { trainingPageJa } from "./training-page-ja.js";
import { transferJa } from "./transfer-ja.js";
import { webuiJa } from "./webui-ja.js";
import { webuiPageJa } from "./webui-page-ja.js";

function left(seconds: number): string {
  if (seconds < 90) return `残り ${number(Math.ceil(seconds))} 秒`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 90 ? `残り ${number(minutes)} 分` : `残り ${fixed(minutes / 60, 1)} 時間`;
}
export const ja: Words = {
  name: "LoRA Atelier",
  number,
  probability: (value) => fixed(value, 3),
  date: (iso) => new Date(iso).toLocaleString("ja", { dateStyle: "medium", timeStyle: "short" }),
  details: "詳細",
  dismiss: "閉じる",
  elsewhere: elsewhereJa,
  sentence: inJapanese,
  rooms: {
    projects: "プロジェクト",
    dataset: "データセット",
    tagging: "タグ付け",
    captions: "キャプション",
    planning: "学習計画",
    training: "学習",
    sweep: "描き比べ",
  },
  state: {
    noFolder: "フォルダ未選択",
    pictures,
    reading: "フォルダを読み込み中…",
    captioned: (done, total) => `${number(total)} 枚中 ${number(done)} 枚にキャプション`,
    running: (done, total) => `${number(total)} 枚中 ${number(done)} 枚を処理`,
  },
  top: {
    openFolder: "フォルダを開く",
    find: "検索",
    theme: "配色",
    themes: { auto: "システムに合わせる", light: "ライト", dark: "ダーク" },
    language: "言語",
    details: "詳細",
  },
  health: {
    connected: "正常",
    connecting: "接続中…",
    reconnecting: "再接続中 – 処理は続いています",
    refused: "接続できません",
    check: "動作状況",
    works: "正常",
    broken: "異常",
    close: "閉じる",
    parts: {
      node: "Node.js",
      state: "保存先",
      disk: "ディスク",
      tagger: "タガー",
      gpu: "GPU",
      trainer: "学習プログラム",
      settings: "設定",
      machines: "マシン",
    },
  },
  refused: "起動時に表示されたアドレスから開いてください。このブラウザでの利用が許可されます。",
  refusedByWebui: "WebUI にもう一度ログインしてから、このページを再読み込みしてください。",
  jobs: {
    none: "実行中の処理はありません",
    titles: { tag: "タグ付け", download: "タガーをダウンロード", measure: "画像の確認" },
    beside: {
      training: (name: string) => `「${name}」がグラフィックボードで学習中のため、CPU で処理しています`,
      sweep: (title: string) => `${title} で描き比べ中のため、CPU で処理しています`,
      webui: (title: string) => `${title} が画像を生成中です。少し待ち、終わらなければ CPU で続けます`,
    },
    downloadFirst: "タグ付け：先にタガーをダウンロード中",
    downloaded: "タガーのダウンロードが完了しました。",
    size,
    byteRate: (perSecond) => `${size(perSecond)}/秒`,
    rate: (perSecond) => `${fixed(perSecond, 1)} 枚/秒`,
    left,
    cancel: "中止",
    line: (title, told) => `${title}：${told}`,
    cancelled: "中止しました。もう一度実行すると続きから始まります",
    sweepStopped: "停止しました。続きはスイープの部屋で描けます",
    failed: "失敗",
    done: (total) => `${number(total)} 枚完了`,
  },
  dataset: {
    inviteTitle: "画像フォルダから始めましょう",
    invite: "LoRA に覚えさせたい画像が入ったフォルダを開いてください。見るだけでは何も変更されません。",
    open: "フォルダを開く…",
    recent: "最近開いたフォルダ",
    wall: "フォルダの画像",
    sentence: (images, done) => `${pictures(images)}・${captions(done)}`,
    orphans: (value) => `画像のないキャプション ${number(value)} 件`,
    unreadableCaptions: (value) => `${captions(value)}を読み取れません`,
    unreadable: (value) => `読み込めない画像 ${number(value)} 枚`,
    noPictures: "このフォルダにも、「10_名前」形式のサブフォルダにも画像がありません。",
    recursive: "すべてのサブフォルダを含める",
    noCaption: "キャプションなし",
    broken: "読み込めません",
    tags: (value) => `${number(value)} タグ`,
    nothingSelected: "画像を選ぶと、ここに表示されます。",
    repeats: (value) => `繰り返し ${number(value)} 回`,
    caption: "キャプション",
    tagThem: "この画像にタグを付ける",
  },
  picker: {
    title: "フォルダを開く",
    path: "フォルダのパス",
    up: "一つ上へ",
    images: (value) => (value === 0 ? "直下に画像はありません" : `${pictures(value)}`),
    folders: "フォルダ",
    open: "このフォルダを開く",
    cancel: "キャンセル",
  },
  tagging: taggingJa,
  choose: chooseJa,
  editor: { ...captionsJa, ...captionHelpJa, ...captionFilesJa },
  filterMistakes: filterMistakesJa,
  rename: renameJa,
  buckets: bucketsJa,
  subject: subjectJa,
  check: checkJa,
  transfer: transferJa,
  arrange: arrangeJa,
  resize: resizeJa,
  spread: spreadJa,
  cuda: cudaJa,
  cutout: cutoutJa,
  history: historyJa,
  plan: planPageJa,
  training: trainingPageJa,
  webui: webuiJa,
  settings: settingsJa,
  runs: trainingHistoryJa,
  lineage: lineageJa,
  course: courseJa,
  projects: projectsJa,
  rehearse: rehearseJa,
  send: sendJa,
  sweep: sweepPageJa,
  sweepView: sweepViewJa,
  sweepPrune: sweepPruneJa,
  tour: tourJa,
  machines: machinesJa,
  webuiPage: webuiPageJa,
  samplePrompts: samplePromptsJa,
  report: reportPageJa,
  models: jaModels,
  finder: { placeholder: "画面・画像・操作を検索…", nothing: "見つかりません。" },
  keys: {
    title: "キー操作",
    rows: [
      ["← ↑ → ↓", "画像を移動"],
      ["Home End", "最初・最後の画像"],
      ["Enter", "画像の詳細（狭い画面）"],
      ["/  Ctrl-K", "何でも検索"],
      ["1 – 6  0", "画面を切り替え、プロジェクトに戻る"],
      ["o", "フォルダを開く"],
      ["Esc", "閉じる・選択を解除"],
      ["?", "このキー一覧"],
    ],
  },
  errors: jaErrors,
};
