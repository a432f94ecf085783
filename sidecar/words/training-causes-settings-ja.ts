import { known, type TrainingCauseWords } from "./training-cause-values.js";
import type { trainingCausesSettingsEn } from "./training-causes-settings-en.js";

export const trainingCausesSettingsJa: Record<keyof typeof trainingCausesSettingsEn, TrainingCauseWords> = {
  badArgument: {
    title: "わからない引数",
    message: (values) =>
      `引数${known(values, "argument", (argument) => `「${argument}」`)}が受け付けられないか、足りません。`,
    remedy: () => "追加の引数から外してください。sd-scriptsのバージョンが、その引数より古いか新しいことがあります。",
  },
  badValue: {
    title: "値が正しくない",
    message: (values) =>
      `${known(values, "argument", (argument) => `「${argument}」`, "引数")}の値が受け付けられません${known(values, "reason", (reason) => `：${reason}`)}。`,
    remedy: () => "計画の値を直してください。",
  },
  badConfig: {
    title: "設定ファイルが正しくない",
    message: (values) => `設定ファイルが受け付けられません${known(values, "reason", (reason) => `：${reason}`)}。`,
    remedy: () => "指摘された箇所を直すか、計画から書き出し直してください。",
  },
  minBucket: {
    title: "最小バケットが解像度より大きい",
    message: () => "バケットの最小サイズ（min_bucket_reso）が、解像度の短辺より大きくなっています。",
    remedy: () => "min_bucket_resoを下げるか、解像度を上げてください。",
  },
  maxBucket: {
    title: "最大バケットが解像度より小さい",
    message: () => "バケットの最大サイズ（max_bucket_reso）が、解像度の長辺より小さくなっています。",
    remedy: () => "max_bucket_resoを上げてください。2048がよく使われます。",
  },
  schedulerNeedsAdafactor: {
    title: "Adafactor専用のスケジューラ",
    message: () => "スケジューラadafactorは、optimizerがAdafactorのときしか使えません。",
    remedy: () => "optimizerをAdafactorにするか、cosineなど別のスケジューラにしてください。",
  },
  adafactorScheduler: {
    title: "relative_stepが無効のままのadafactor",
    message: () => "relative_step=Falseでは、スケジューラadafactorを使えません。",
    remedy: () => "constant_with_warmupにするか、relative_step=Trueにしてください。",
  },
  warmupUnwanted: {
    title: "ウォームアップのできないスケジューラ",
    message: (values) =>
      `スケジューラ${known(values, "scheduler", (name) => `「${name}」`)}ではウォームアップを指定できません。`,
    remedy: () => "ウォームアップを0にするか、constant_with_warmupを使ってください。",
  },
  unknownOptimizer: {
    title: "optimizerが見つからない",
    message: (values) => `optimizer${known(values, "optimizer", (name) => `「${name}」`)}はありません。`,
    remedy: () => "大文字・小文字も含めて綴りを確かめてください。他のパッケージのものは「パッケージ.名前」と書きます。",
  },
  optimizerArguments: {
    title: "optimizerの引数が正しくない",
    message: (values) =>
      `optimizerが${known(values, "argument", (argument) => `「${argument}」`, "引数")}を受け付けません${known(values, "reason", (reason) => `：${reason}`)}。`,
    remedy: () => "optimizer_argsを「名前=値」の形に直してください。文字列は引用符で囲みます。",
  },
  unknownScheduler: {
    title: "スケジューラが見つからない",
    message: (values) => `スケジューラ${known(values, "scheduler", (name) => `「${name}」`)}はありません。`,
    remedy: () => "別のものを選んでください。transformersが古いと、使えないものがあります。",
  },
  settingsConflict: {
    title: "設定の組み合わせが合わない",
    message: (values) => `この設定では学習できません${known(values, "text", (text) => `：${text}`)}。`,
    remedy: () => "指摘された設定を変えてください。",
  },
};
