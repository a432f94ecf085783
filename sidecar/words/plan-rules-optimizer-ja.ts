import type { PlanRuleWords } from "./plan-rule-values.js";
import type { planRulesOptimizerEn } from "./plan-rules-optimizer-en.js";

export const planRulesOptimizerJa: Record<keyof typeof planRulesOptimizerEn, PlanRuleWords> = {
  adafactorSchedulerOtherOptimizer: {
    title: "LR スケジューラの Adafactor にはオプティマイザも Adafactor が必要",
    message: ({ optimizer }) =>
      `LR スケジューラが Adafactor、オプティマイザが ${optimizer} です。この組み合わせは使えず、モデルを読み込んだ後にエラーで止まります。`,
    remedy: () => "オプティマイザを Adafactor にするか、LR スケジューラを cosine などに変えてください。",
  },
  adafactorWarmup: {
    title: "Adafactor にウォームアップは使えない",
    message: ({ warmup }) =>
      `Adafactor が学習率を自動で決める設定では、ウォームアップを使えません。${warmup} ステップの指定があるとエラーで止まります。Kohya's GUI の初期値は 10% なので注意してください。`,
    remedy: () => "ウォームアップを 0 にしてください。",
  },
  adafactorSchedulerFixedRate: {
    title: "relative_step=False と Adafactor スケジューラ",
    message: () =>
      "relative_step=False は学習率を固定する設定ですが、LR スケジューラの Adafactor は自動調整用です。IndexError で止まります。",
    remedy: () =>
      "LR スケジューラを constant_with_warmup にするか、オプティマイザの引数から relative_step=False を外してください。",
  },
  constantWarmup: {
    title: "ウォームアップを使えないスケジューラ",
    message: ({ scheduler, warmup }) =>
      `LR スケジューラ ${scheduler} ではウォームアップを使えません。${warmup} ステップの指定があるとエラーで止まります。`,
    remedy: () => "ウォームアップを 0 にするか、constant_with_warmup を選んでください。",
  },
  schedulerUnknown: {
    title: "知らない LR スケジューラ",
    message: ({ scheduler }) => `「${scheduler}」という LR スケジューラはありません。`,
    remedy: () =>
      "constant、constant_with_warmup、linear、cosine、cosine_with_restarts、polynomial、inverse_sqrt、cosine_with_min_lr、warmup_stable_decay、piecewise_constant、adafactor から選んでください。",
  },
  optimizerUnknown: {
    title: "知らないオプティマイザ",
    message: ({ optimizer }) =>
      `「${optimizer}」というオプティマイザはありません。PyTorch の中も大文字小文字を区別して探しますが、見つかりません。`,
    remedy: () =>
      "名前を直してください。他のライブラリのものは bitsandbytes.optim.AdEMAMix8bit のようにモジュール名から書きます。",
  },
  optimizerTwice: {
    title: "オプティマイザの二重指定",
    message: ({ options }) =>
      `オプティマイザが重複して指定されています：${options}。学習プログラムはエラーで止まります。`,
    remedy: () => "optimizer_type を残し、古いフラグを外してください。",
  },
  optimizerArgumentMalformed: {
    title: "オプティマイザの引数が読めない",
    message: ({ word }) => `「${word}」は「名前=値」（Python の値）の形ではないため、ValueError で止まります。`,
    remedy: () => "weight_decay=0.01、betas=0.9,0.99、relative_step=False（先頭は大文字）のように書いてください。",
  },
  schedulerArgumentMalformed: {
    title: "LR スケジューラの引数が読めない",
    message: ({ word }) => `「${word}」は「名前=値」（Python の値）の形ではないため、ValueError で止まります。`,
    remedy: () => "T_max=100 のように書いてください。",
  },
  fusedBackwardOptimizer: {
    title: "fused_backward_pass は Adafactor 専用",
    message: ({ optimizer }) =>
      `fused_backward_pass は Adafactor でしか使えませんが、オプティマイザは ${optimizer} です。`,
    remedy: () => "fused_backward_pass を外すか、Adafactor を選んでください。",
  },
  fusedBackwardAccumulation: {
    title: "fused_backward_pass と勾配累積",
    message: ({ accumulation }) => `fused_backward_pass は勾配累積（現在${accumulation}）と併用できません。`,
    remedy: () => "gradient_accumulation_steps を 1 にするか、fused_backward_pass を外してください。",
  },
  nothingLearns: {
    title: "学習する部分がない",
    message: () =>
      "U-Net にも Text Encoder にも 0 より大きい学習率がありません。学習率のない部分は除外され、何も残らずエラーで止まります。",
    remedy: () => "Learning rate を 1e-4 などに設定してください。",
  },
};
