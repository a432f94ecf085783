import { number } from "./counts-ja.js";
import type { TrainingNowWords } from "./training-now-en.js";

export const trainingNowJa: TrainingNowWords = {
  save: {
    button: "今すぐ保存",
    asked: "依頼しました。次のステップで保存します。",
    taken: (step) => `ステップ ${number(step)} を保存しています…`,
    done: (step) => `ステップ ${number(step)} で保存しました。`,
    planned: (step) => `次の保存はステップ ${number(step)} です。`,
    none: "このあとの保存は予定されていません。",
  },
  sample: {
    button: "今すぐサンプル生成",
    asked: "依頼しました。次のステップでサンプルを生成します。",
    taken: (step) => `ステップ ${number(step)} のサンプルを生成しています…`,
    done: (step, files) =>
      files === 0
        ? `ステップ ${number(step)} では画像ができませんでした。理由はログにあります。`
        : `ステップ ${number(step)} のサンプル ${number(files)} 枚（ファイルと同じ場所の sample フォルダ）。`,
    planned: (step) => `次のサンプルはステップ ${number(step)} です。`,
    none: "このあとのサンプルは予定されていません。",
  },
  why: {
    processes: "複数のプロセスで動く学習には依頼できません。",
    trainer: "この版の学習プログラムには依頼できません。",
    noPrompts: "サンプルには、計画にプロンプトが必要です。",
  },
  saveAndStop: "今すぐ保存して停止",
};
