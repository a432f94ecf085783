import { known, type TrainingCauseWords } from "./training-cause-values.js";
import type { trainingCausesSettingsEn } from "./training-causes-settings-en.js";

export const trainingCausesSettingsJa: Record<keyof typeof trainingCausesSettingsEn, TrainingCauseWords> = {
  badArgument: {
    title: "わからない引数",
    message: (values) =>
      `引数${known(values, "argument", (argument) => `「${argument}」`)}が受け付けられないか、足りません。`,
    remedy: () => "追加の引数から外してください。sd-scripts のバージョンが、その引数より古いか新しいことがあります。",
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
    remedy: () => "min_bucket_reso を下げるか、解像度を上げてください。",
  },
  maxBucket: {
    title: "最大バケットが解像度より小さい",
    message: () => "バケットの最大サイズ（max_bucket_reso）が、解像度の長辺より小さくなっています。",
    remedy: () => "max_bucket_reso を上げてください。2048 がよく使われます。",
  },
  schedulerNeedsAdafactor: {
    title: "Adafactor 専用のスケジューラ",
    message: () => "スケジューラ adafactor は、optimizer が Adafactor のときしか使えません。",
    remedy: () => "optimizer を Adafactor にするか、cosine など別のスケジューラにしてください。",
  },
  adafactorScheduler: {
    title: "relative_step が無効のままの adafactor",
    message: () => "relative_step=False では、スケジューラ adafactor を使えません。",
    remedy: () => "constant_with_warmup にするか、relative_step=True にしてください。",
  },
  warmupUnwanted: {
    title: "ウォームアップのできないスケジューラ",
    message: (values) =>
      `スケジューラ${known(values, "scheduler", (name) => `「${name}」`)}ではウォームアップを指定できません。`,
    remedy: () => "ウォームアップを 0 にするか、constant_with_warmup を使ってください。",
  },
  unknownOptimizer: {
    title: "optimizer が見つからない",
    message: (values) => `optimizer${known(values, "optimizer", (name) => `「${name}」`)}はありません。`,
    remedy: () => "大文字・小文字も含めて綴りを確かめてください。他のパッケージのものは「パッケージ.名前」と書きます。",
  },
  optimizerArguments: {
    title: "optimizer の引数が正しくない",
    message: (values) =>
      `optimizer が${known(values, "argument", (argument) => `「${argument}」`, "引数")}を受け付けません${known(values, "reason", (reason) => `：${reason}`)}。`,
    remedy: () => "optimizer_args を「名前=値」の形に直してください。文字列は引用符で囲みます。",
  },
  unknownScheduler: {
    title: "スケジューラが見つからない",
    message: (values) => `スケジューラ${known(values, "scheduler", (name) => `「${name}」`)}はありません。`,
    remedy: () => "別のものを選んでください。transformers が古いと、使えないものがあります。",
  },
  settingsConflict: {
    title: "設定の組み合わせが合わない",
    message: (values) => `この設定では学習できません${known(values, "text", (text) => `：${text}`)}。`,
    remedy: () => "指摘された設定を変えてください。",
  },
};
