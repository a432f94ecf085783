import { number } from "./counts-ja.js";
import type { courseAnswersEn, courseDecisionsEn, courseQuestionsEn } from "./course-questions-en.js";
import type { CourseValues as Values } from "./course-values.js";

const amount = (value: unknown): string => number(Number(value));
const text = (value: unknown): string => String(value ?? "");

export const courseDecisionsJa: typeof courseDecisionsEn = {
  rename: "画像の名前を変える",
  arrange: "学習用に並べる",
  prune: "提案されたタグを抜く",
  plan: "提案された計画を使う",
  train: "学習を始める",
  sweep: "描き比べる",
  install: "すすめられたファイルを WebUI に入れる",
};
const decided = (code: unknown): string =>
  Object.entries(courseDecisionsJa).find(([name]) => name === code)?.[1] ?? "先へ進む";

/** What is asked, and why. */
export const courseQuestionsJa: typeof courseQuestionsEn = {
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
};

const retry = { label: "もう一度試す", outcome: "もう一度確認し、妨げがなければ先へ進みます。" };

/** Answers, by their key. */
export const courseAnswersJa: typeof courseAnswersEn = {
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
};
