import { number } from "./counts-ja.js";
import type { courseToldEn } from "./course-told-en.js";

const amount = (value: unknown): string => number(Number(value));
const text = (value: unknown): string => String(value ?? "");

/** What a step did, does or would do. */
export const courseToldJa: typeof courseToldEn = {
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
  trainedInPart: ({ run, files }) => `学習 ${text(run)} は止められました。ファイル ${amount(files)} 個を描き比べます。`,
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
};
