import { number } from "./counts-ja.js";
import type { CourseWords } from "./course-en.js";
import { courseAnswersJa, courseDecisionsJa, courseQuestionsJa } from "./course-questions-ja.js";
import { courseToldJa } from "./course-told-ja.js";

const time = (seconds: number): string =>
  seconds < 5400
    ? `${number(Math.max(1, Math.round(seconds / 60)))} 分`
    : `${number(Math.round(seconds / 360) / 10)} 時間`;

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
  decisions: courseDecisionsJa,
  told: courseToldJa,
  questions: courseQuestionsJa,
  answers: courseAnswersJa,
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
