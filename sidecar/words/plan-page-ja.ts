import { argumentNamesJa } from "./argument-names-ja.js";
import { number, pictures } from "./counts-ja.js";
import { planCostJa } from "./plan-cost-ja.js";
import { planDialogsJa } from "./plan-dialogs-ja.js";
import { planExchangeJa } from "./plan-exchange-ja.js";
import type { PlanPageWords } from "./plan-page-en.js";
import { planReasonsJa } from "./plan-reasons-ja.js";
import { planRulesJa } from "./plan-rules-ja.js";
import { planStepsJa } from "./plan-steps-ja.js";

const steps = (value: number): string => `${number(value)} ステップ`;
const epochs = (value: number): string => `${number(value)} エポック`;

export const planPageJa: PlanPageWords = {
  rules: planRulesJa,
  reasons: planReasonsJa,
  steps: planStepsJa,
  exchange: planExchangeJa,
  ...planCostJa,
  ...planDialogsJa,
  state: (exact, found, doubtful) => {
    if (found > 0) return `エラー ${number(found)} 件：開始できません`;
    const said = exact === null ? "ステップ数は未定" : steps(exact);
    return doubtful > 0 ? `${said}、注意 ${number(doubtful)} 件` : said;
  },
  noPlan: "計画はまだありません",
  reading: "計画を読み込み中…",
  needFolder:
    "画像フォルダを開くと、その画像に合った学習計画を立てます。何ステップ必要か、どれだけかかるか、何に気をつけるかがわかります。",
  openFile: "設定を開く…",
  export: "書き出す…",
  compare: "比べる…",
  plans: "計画の一覧…",
  noPlanYet: "この画像の計画はまだありません。やりたいことを選ぶと、計画を提案します。",
  conflict: "別のウィンドウでこの計画が変更されました。ここでの変更はまだ保存されていません。",
  takeTheirs: "相手の変更を採用",
  keepMine: "こちらを残す",
  saved: "保存済み",
  saving: "保存中…",
  notSaved: "未保存",
  examining: "計算中…",
  unknown: "未定",

  have: "手元にあるもの",
  more: (value) => `ほか ${number(value)} 件`,
  folderSentence: (total, repeats) =>
    repeats === null || repeats === 1
      ? `に${pictures(total)}。`
      : `に${pictures(total)}。1 エポックに ${number(repeats)} 回ずつ繰り返します。`,
  setSentence: (total, repeats) =>
    repeats === null || repeats === 1
      ? `${pictures(total)}。`
      : `${pictures(total)}を 1 エポックに ${number(repeats)} 回ずつ繰り返します。`,
  captionSentence: (captioned, total) =>
    captioned === total
      ? "すべてにキャプションがあります。"
      : captioned === 0
        ? "キャプションはまだありません。"
        : `キャプションがあるのは ${number(total)} 枚中 ${number(captioned)} 枚です。`,
  triggerSentence: (trigger, having, captioned) =>
    having === captioned
      ? `トリガーワード「${trigger}」はすべてのキャプションに入っています。`
      : `トリガーワード「${trigger}」が入っているのは ${number(captioned)} 件中 ${number(having)} 件です。`,
  triggerAlone: (trigger) => `キャプションのない画像は「${trigger}」として学習されます。`,
  regularisation: "正則化",
  noPictures: "計画にある画像フォルダが、このパソコンに見つかりません。",
  buckets: (value) => `学習時のサイズ：バケット ${number(value)} 個`,
  bucketRow: (showings, batches) =>
    batches === showings ? `${number(showings)} 回` : `${number(showings)} 回、${number(batches)} バッチ`,
  foreign: "別のパソコンの設定です。次のフォルダがここではどこにあるか、一度だけ教えてください。",
  whereLies: (folder) => `${folder} は、ここではどこですか？`,
  folderHere: "このパソコンのフォルダ",
  mapIt: "ここにある",
  missing: (path) => `${path} が見つかりません。`,
  outside: (path) => `${path} は読み取りを許可されたフォルダの外にあります。`,
  baseModel: "ベースモデル",
  modelPath: ".safetensors ファイルのパス",
  modelSays: (title) => `ファイルの中身は ${title} です。`,
  modelUnknown: "モデルの種類はファイルから判断できません。",
  predictions: { epsilon: "ノイズ（ε）予測。", v: "v 予測。", flow: "フロー予測。" },
  modelMissing: (path) =>
    `${path} はこのパソコンにありません。Hugging Face のモデル名なら、学習の開始時にダウンロードされます。`,
  modelBroken: (why) => `ファイルが壊れています：${why}`,
  otherFamily: (is, planned) => `ファイルは ${is} ですが、計画は ${planned} 用です。`,
  planFor: (title) => `${title} 用の計画にする`,

  want: "やりたいこと",
  concept: "覚えさせるもの",
  patience: "かける時間",
  patiences: { quick: "まず試す", usual: "ふつう", thorough: "じっくり" },
  wantedSteps: "目標のステップ数",
  fromPictures: "画像から決める",
  gpuMemory: "VRAM（GiB）",
  gpuUnknown: "指定なし",
  family: "ベースモデルの種類",
  familyFromFile: "ファイルから判断",
  preset: "プリセット",
  noPreset: "なし（画像に合わせる）",
  presetNames: {
    article: "記事の設定（Adafactor）",
    "adafactor-fixed": "学習率固定の Adafactor",
    prodigy: "Prodigy（学習率おまかせ）",
    "colab-sd15": "Colab ノートブック（SD 1.5）",
    "colab-sdxl": "Colab ノートブック（SDXL）",
  },
  loraType: "LoRA の種類",
  usualType: "通常の LoRA",
  trigger: "トリガーワード",
  fromFolder: "フォルダ名から",
  output: "LoRA の出力先フォルダ",
  besidePictures: "自動で決める",
  outputName: "LoRA の名前",
  propose: "計画を提案してもらう",
  proposeAnew: "新しい提案でこの計画を置き換える",
  furtherWishes: "さらに指定する（モデルの種類・LoRA の種類・トリガー・出力先など）",
  numbersThatMatter: "大事な設定",
  anew: "別の計画を提案してもらう…",
  proposedAnew: "新しい提案に置き換えました。",
  takeBack: "前の計画に戻す",
  parts: { images: "画像", repeats: "繰り返し", epochs: "エポック", batchSize: "バッチサイズ" },
  repeatsInName: "繰り返し（フォルダ名）",
  repeatsByFolder: "繰り返し（フォルダごと）",
  share: "勾配累積 × GPU",
  stepsUnit: "ステップ",
  iWant: "目標",
  solveFor: "→ 求めるもの",
  choice: {
    epochs: (value, sum) => `${epochs(value)} – ${steps(sum)}`,
    repeats: (value, sum) => `繰り返し ${number(value)} 回 – ${steps(sum)}`,
    batchSize: (value, sum) => `バッチサイズ ${number(value)} – ${steps(sum)}`,
    images: (value, sum) => `${pictures(value)} – ${steps(sum)}`,
  },
  exactly: (value) => `ちょうど ${steps(value)}で止める`,
  allParameters: (value) => `全 ${number(value)} 項目のパラメータ`,
  noDefault: "未設定",
  byDefault: (value) => `既定値 ${value === "" ? "空" : value}`,
  defaultChoice: (value) => `${value}（既定）`,
  backToDefault: "既定値に戻す",
  backToDefaultOf: (name, value) => (value === "" ? `${name} を既定値に戻す` : `${name} を既定値 ${value} に戻す`),
  on: "オン",
  off: "オフ",
  notTaken: (least, most) =>
    least === null && most === null
      ? "数値として読めないため、前の値のままです。"
      : `${most === null ? `${least} 以上` : least === null ? `${most} 以下` : `${least}〜${most}`}の値だけ使えます。前の値のままです。`,

  wrong: "気をつけること",
  nothingWrong: "問題は見つかりません。このまま学習を始められます。",
  severities: { error: "開始できません", warning: "うまくいかないかも", note: "参考" },
  likelihoods: { certain: "確実", likely: "よくある", possible: "たまにある" },
  source: (source) => `出典：${source}`,
  argumentNames: argumentNamesJa,
  goTo: (name) => `${name} へ移動`,
  places: {
    repeats: "繰り返し",
    epochs: "エポック",
    steps: "ステップ数",
    max_train_steps: "エポック",
    max_train_epochs: "エポック",
    loraType: "LoRA の種類",
    datasets: "画像フォルダ",
    train_data_dir: "画像フォルダ",
  },
  verdict: (found, doubtful) =>
    found > 0
      ? `エラーが ${number(found)} 件あり、まだ開始できません`
      : doubtful > 0
        ? `開始できます（注意 ${number(doubtful)} 件）`
        : "開始できます",
  stepsTitle: "ステップ",
  epochsTitle: "エポック",
  goodToKnow: (value) => `参考になること ${number(value)} 件`,
  filesTitle: "ファイル",
  barSteps: (exact, total) => `${steps(exact)}・${epochs(total)}`,
};
