import { number, pictures } from "./counts-ja.js";
import type { TrainingHistoryWords } from "./training-history-en.js";

export const trainingHistoryJa: TrainingHistoryWords = {
  samples: "サンプル画像",
  samplesCount: (value, moments) => `${pictures(value)}（${number(moments)} 回分、新しいものが下）`,
  samplesSize: "画像の大きさ",
  noSamples:
    "この学習ではサンプル画像を作りません。学習計画にプロンプトと作る間隔を入れると、学習の途中でプロンプトごとに画像が作られます。",
  noSamplesYet: "サンプル画像はこれから作られます。",
  noSamplesLeft: "サンプル画像を作る計画でしたが、1 枚も残っていません。",
  putPrompts: "学習計画にプロンプトを入れる",
  moment: (step, epoch) =>
    step === 0
      ? "学習前"
      : epoch === null
        ? `${number(step)} ステップ`
        : `${number(epoch)} エポック · ${number(step)} ステップ`,
  promptNumber: (index) => `プロンプト ${number(index + 1)}`,
  promptFacts: (width, height, seed) =>
    [width !== null && height !== null && `${width} × ${height}`, seed !== null && `シード ${seed}`]
      .filter(Boolean)
      .join(" · "),
  notDrawn: "なし",
  openSample: (moment, prompt) => `拡大：${moment}、${prompt}`,
  goTo: {
    ArrowUp: "前の時点",
    ArrowDown: "後の時点",
    ArrowLeft: "前のプロンプト",
    ArrowRight: "次のプロンプト",
  },
  sampleKeys: "矢印キーでも移動できます。",
  compareWith: "比べる相手",
  compareNone: "なし",
  compareModes: { slider: "スライダー", beside: "横に並べる" },
  compareMode: "比べ方",
  compareHandle: "左が前、右が後の画像",
  seedUsed: (seed) => (seed === null ? "シードは毎回変わる" : `シード ${seed}`),
  close: "閉じる",

  compare: "学習を比べる…",
  compareTitle: "2 つの学習を比べる",
  firstRun: "1 つ目の学習",
  secondRun: "2 つ目の学習",
  comparing: "比べています…",
  results: "結果",
  resultNames: {
    steps: "ステップ数",
    averageLoss: "最後の loss",
    seconds: "時間",
    secondsPerStep: "1 ステップの秒数",
    files: "LoRA ファイル",
    bytes: "最後のファイルの大きさ",
    cause: "問題",
    seed: "シード",
  },
  plan: "学習計画",
  samePlan: "計画は同じです。",
  planDiffers: (value) => `${number(value)} 項目が違います`,
  pictures: "画像",
  picturesSentence: (before, after, same) =>
    `${pictures(before)}と${pictures(after)}。${number(same)} 枚はまったく同じです。`,
  samePictures: "どちらも同じ画像で学習しました。",
  uncertain: (value) => `${pictures(value)}が記録の途中で変わったため、学習に使われた内容は確かではありません。`,
  noRecord: (id) => `学習 ${number(id)} は画像を記録する前のものなので、画像とキャプションは比べられません。`,
  noEnvironment: (id) => `学習 ${number(id)} は環境を記録する前のものです。`,
  kinds: { added: "追加", removed: "削除", changed: "変更", renamed: "名前の変更" },
  kindCount: (title, value) => `${title}：${number(value)}`,
  andMore: (value) => `ほか ${number(value)} 件`,
  goneSince: "その後に変更・削除",
  regularisation: "正則化",
  folders: "フォルダ",
  folderSentence: (repeats, value, trigger) =>
    `${number(repeats)} 回 × ${pictures(value)}${trigger === null ? "" : `、「${trigger}」`}`,
  noFolder: "学習に使わない",
  captions: "キャプション",
  sameCaptions: "キャプションは同じです。",
  captionsSentence: (value, reordered) =>
    `${number(value)} 件のキャプションが違います${reordered === 0 ? "" : `（うち ${number(reordered)} 件はタグの順番も違います）`}。`,
  tagChange: (added, removed) =>
    [added > 0 && `+${number(added)}`, removed > 0 && `−${number(removed)}`].filter(Boolean).join(" "),
  reordered: "順番",
  noCaption: "キャプションなし",
  machine: "学習プログラムと環境",
  sameMachine: "学習プログラム・バージョン・環境は同じです。",
  machineNames: {
    trainer: "学習プログラム",
    trainerFolder: "学習プログラムのフォルダ",
    revision: "学習プログラムの版",
    system: "システム",
    cards: "GPU",
    driver: "ドライバー",
    atelier: "LoRA Atelier",
    python: "Python",
  },
};
