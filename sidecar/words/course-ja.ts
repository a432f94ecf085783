import { number } from "./counts-ja.js";
import type { CourseWords } from "./course-en.js";

type Values = Readonly<Record<string, string | number>>;

const amount = (value: unknown): string => number(Number(value));
const text = (value: unknown): string => String(value ?? "");
const time = (seconds: number): string =>
  seconds < 5400
    ? `${number(Math.max(1, Math.round(seconds / 60)))} 分`
    : `${number(Math.round(seconds / 360) / 10)} 時間`;

const decisions = {
  rename: "画像の名前を変える",
  arrange: "学習用に並べる",
  prune: "提案されたタグを抜く",
  plan: "提案された計画を使う",
  train: "学習を始める",
  sweep: "描き比べる",
  install: "すすめられたファイルを WebUI に入れる",
};
const decided = (code: unknown): string => Object.entries(decisions).find(([name]) => name === code)?.[1] ?? "先へ進む";

const retry = { label: "もう一度試す", outcome: "もう一度確認し、妨げがなければ先へ進みます。" };

export const courseJa: CourseWords = {
  steps: {
    check: "点検",
    rename: "名前",
    arrange: "並べる",
    tag: "タグ付け",
    trigger: "トリガーを先頭に",
    prune: "タグの整理",
    plan: "計画",
    train: "学習",
    sweep: "描き比べ",
    recommend: "おすすめ",
    report: "報告",
  },
  decisions,
  told: {
    checking: ({ pictures }) => `画像 ${amount(pictures)} 枚を測っています。`,
    canCheck: ({ pictures }) => `画像 ${amount(pictures)} 枚を測り、学習の妨げを探します。`,
    checked: ({ pictures, warnings }) =>
      Number(warnings) === 0
        ? `画像 ${amount(pictures)} 枚、問題なし。`
        : `画像 ${amount(pictures)} 枚、注意 ${amount(warnings)} 件。`,
    canRename: ({ files }) => `${amount(files)} 個のファイルに通し番号の名前を付けます。「元に戻す」で戻せます。`,
    renamed: () => "画像の名前は通し番号です。",
    namesStay: () => "フォルダーはすでに学習用に並んでいるので、名前はそのままです。",
    canArrange: ({ folder }) => `画像を ${text(folder)} にコピーします。元の画像は残ります。`,
    canMove: ({ folder }) => `画像を ${text(folder)} に移します。「元に戻す」で戻せます。`,
    arranged: ({ pictures, folder }) => `${text(folder)} に画像 ${amount(pictures)} 枚。`,
    arrangedBefore: ({ pictures }) => `画像 ${amount(pictures)} 枚は学習用に並んでいました。`,
    canTag: ({ pictures }) => `キャプションのない画像 ${amount(pictures)} 枚にタグを付けます。`,
    tagging: ({ pictures }) => `画像 ${amount(pictures)} 枚にタグを付けています。`,
    tagged: ({ captions }) => `キャプション ${amount(captions)} 件。`,
    canTrigger: ({ trigger, captions }) => `${amount(captions)} 件の先頭に ${text(trigger)} を置きます。`,
    triggered: ({ trigger }) => `どのキャプションも ${text(trigger)} で始まります。`,
    canPrune: ({ tags, captions, shown }) =>
      `トリガーに覚えさせるため、最大 ${amount(captions)} 件からタグ ${amount(tags)} 個を抜きます: ${text(shown)}`,
    pruned: () => "トリガーに覚えさせるものはキャプションにありません。",
    canPlan: ({ steps }) =>
      steps === undefined
        ? "どの数字にも理由のある計画を提案します。"
        : `約 ${amount(steps)} ステップを計画します。どの数字にも理由があります。`,
    planned: ({ steps, epochs }) => `${amount(steps)} ステップ、${amount(epochs)} エポック。`,
    canTrain: ({ steps }) => `${amount(steps)} ステップ学習します。`,
    canTrainAgain: ({ run }) => `学習 ${text(run)} をやり直します。`,
    training: ({ run }) => `学習 ${text(run)} が進んでいます。`,
    trainingWaits: ({ run }) => `学習 ${text(run)} は順番を待っています。`,
    trainingAt: ({ run, time: when }) => `学習 ${text(run)} は ${text(when)} まで待ちます。`,
    trained: ({ run, files }) => `学習 ${text(run)}: 完全と確かめたファイル ${amount(files)} 個。`,
    trainedInPart: ({ run, files }) =>
      `学習 ${text(run)} は止められました。ファイル ${amount(files)} 個を描き比べます。`,
    canSweep: ({ pictures, files }) =>
      pictures === undefined
        ? "ファイルを描き比べます。"
        : `ファイル ${amount(files)} 個を、いくつかの強さと LoRA なしで、合わせて ${amount(pictures)} 枚描きます。`,
    canDrawOn: ({ sweep }) => `描き比べ ${text(sweep)} を続けます。`,
    drawing: ({ sweep }) => `描き比べ ${text(sweep)} を描いています。`,
    canScore: ({ sweep }) => `描き比べ ${text(sweep)} の画像を調べます。`,
    scoring: ({ sweep }) => `描き比べ ${text(sweep)} の画像を調べています。`,
    drawn: ({ sweep, pictures }) => `描き比べ ${text(sweep)}: ${amount(pictures)} 枚を LoRA なしの画像と比べました。`,
    recommended: ({ label, strength }) => `${text(label)}、強さ ${text(strength)}。`,
    installed: ({ label, strength }) => `${text(label)}、強さ ${text(strength)}。WebUI に入っています。`,
    canInstall: ({ label, strength }) => `${text(label)}（強さ ${text(strength)}）を WebUI の LoRA に入れます。`,
    canDrawMore: () => "シードを増やして描きます。",
    noRecommendation: () => "おすすめなし: 証拠が足りません。",
    canReport: () => "報告を書きます。",
    reported: ({ path }) => text(path),
    leftOut: () => "省きました。",
    asked: () => "尋ねています。",
    answered: ({ answer }) => `答え: ${text(answer)}`,
    stopped: () => "止めました。",
    begun: () => "始めました。",
  },
  questions: {
    noPictures: { ask: () => "画像はどこですか？", why: () => "このフォルダーに画像がありません。" },
    notTrainable: {
      ask: () => "それでもこの画像で学習しますか？",
      why: () => "点検の結果、このままではうまく学習できません。",
    },
    trigger: { ask: () => "トリガーワードは何にしますか？", why: () => "フォルダーの名前はトリガーに使えません。" },
    untagged: {
      ask: ({ pictures }: Values) => `キャプションのない画像 ${amount(pictures)} 枚のまま進めますか？`,
      why: () => "タグを付けられませんでした。",
    },
    baseModel: {
      ask: () => "どのベースモデルで学習しますか？",
      why: () => "LoRA の元になるチェックポイントのファイルが必要です。",
    },
    planProblem: { ask: () => "計画を直しますか？", why: () => "このままでは学習できません。" },
    noTrainer: { ask: () => "学習プログラムはどこですか？", why: () => "動く sd-scripts が見つかりません。" },
    notReady: { ask: () => "ここを直しますか？", why: () => "開始前の確認で、失敗することがわかりました。" },
    runFailed: {
      ask: ({ run }: Values) => `学習 ${text(run)} は失敗しました。もう一度試しますか？`,
      why: () => "最後のファイルが完成する前に学習プログラムが終わりました。",
    },
    runStopped: {
      ask: ({ run }: Values) => `学習 ${text(run)} は止められました。どう続けますか？`,
      why: () => "だれかが学習を止めました。",
    },
    noWebui: {
      ask: () => "どの WebUI で描きますか？",
      why: () => "描き比べは WebUI で描きますが、答えるものがありません。答えがあれば自動で続けます。",
    },
    sweepProblem: { ask: () => "ここを直しますか？", why: () => "このままでは描き比べられません。" },
    sweepStands: {
      ask: ({ sweep }: Values) => `描き比べ ${text(sweep)} が止まっています。続けますか？`,
      why: () => "もう何も描かれていません。",
    },
    sweepCancelled: {
      ask: ({ sweep }: Values) => `描き比べ ${text(sweep)} は取りやめになりました。描き直しますか？`,
      why: () => "画像がなければおすすめできません。",
    },
    notEnough: { ask: () => "さらに描きますか、それともおすすめなしで終えますか？", why: () => "証拠が足りません。" },
    stepFailed: { ask: () => "もう一度試しますか？", why: () => "この段階を行えませんでした。" },
    may: {
      ask: ({ decision }) => `「${decided(decision)}」を行ってよいですか？`,
      why: () => "先に尋ねるように決めてあります。",
    },
  },
  answers: {
    retry,
    stop: { label: "進行を止める", outcome: "これ以上は何もしません。済んだことは残り、あとで続けられます。" },
    goOn: { label: "それでも進める", outcome: "疑いは記録に残ります。" },
    yes: { label: "はい", outcome: "今すぐ行います。" },
    no: { label: "いいえ、省く", outcome: "それなしで先へ進みます。" },
    give: { label: "これを使う", outcome: "これを使って進みます。" },
    again: { label: "最初からもう一度", outcome: "もう一度始めます。あるものは残ります。" },
    resume: { label: "続きから", outcome: "済んだことは繰り返しません。" },
    use: { label: "保存された分を使う", outcome: "完全なファイルを描き比べます。" },
    more: { label: "さらに描く", outcome: "どのマスもシードを 3 つ増やして描き、もう一度判断します。" },
  },
  title: "残りの道のり",
  begin: "残りを任せる…",
  beginNow: "残りを任せる",
  beginQueued: "今夜の待ち行列に入れる",
  stop: "止める",
  resume: "続ける",
  wait: "閉じる",
  rehearsal: "リハーサル",
  aloneTitle: "任せること",
  alone: "チェックしたことは任せます。ほかは先に尋ね、チェックがなければ WebUI には何も入れません:",
  trigger: "トリガーワード",
  baseModel: "ベースモデル（チェックポイントのファイル）",
  trainSteps: "学習ステップ数",
  concept: "教えるもの",
  concepts: { character: "キャラクター", outfit: "衣装", style: "画風", object: "物" },
  rehearse: "リハーサル: 学習プログラムと WebUI は代役",
  at: "この時刻より前には始めない（今夜…）",
  cost: ({ pictures, steps, low, high }) =>
    [
      `画像 ${number(pictures)} 枚`,
      steps === null ? null : `約 ${number(steps)} ステップ`,
      low === null || high === null ? "学習にかかる時間はここではまだわかりません" : `学習 ${time(low)}～${time(high)}`,
    ]
      .filter(Boolean)
      .join(" · "),
  costUnknown: "かかるものを調べています…",
  states: { unknown: "まだ", done: "済み", skipped: "省いた", ready: "次", working: "今", question: "質問" },
  state: {
    waiting: "順番を待っています。",
    going: "自動で進んでいます。",
    question: "あなたの答えが必要です。",
    stopped: "止まっています。",
    done: "終わりました。",
  },
  startsAt: (when) => `${when} に始まります。`,
  part: (done, of) => `${number(done)} / ${number(of)}`,
  usedBefore: "前に使ったもの",
  answerText: "答え",
  log: "行ったこと",
  open: { plan: "計画", run: "学習", sweep: "描き比べ" },
  recommends: "おすすめ",
  none: "おすすめなし: 証拠が足りません。",
  notice: (folder, what) => `${folder}: ${what}`,
};
