import type { PlanRuleWords } from "./plan-rule-values.js";
import type { planRulesOptimizerEn } from "./plan-rules-optimizer-en.js";

export const planRulesOptimizerJa: Record<keyof typeof planRulesOptimizerEn, PlanRuleWords> = {
  adafactorSchedulerOtherOptimizer: {
    title: "LRスケジューラのAdafactorにはオプティマイザもAdafactorが必要",
    message: ({ optimizer }) =>
      `LRスケジューラがAdafactor、オプティマイザが${optimizer}です。この組み合わせは使えず、モデルを読み込んだ後にエラーで止まります。`,
    remedy: () => "オプティマイザをAdafactorにするか、LRスケジューラをcosineなどに変えてください。",
  },
  adafactorWarmup: {
    title: "Adafactorにウォームアップは使えない",
    message: ({ warmup }) =>
      `Adafactorが学習率を自動で決める設定では、ウォームアップを使えません。${warmup}ステップの指定があるとエラーで止まります。Kohya's GUIの初期値は10%なので注意してください。`,
    remedy: () => "ウォームアップを0にしてください。",
  },
  adafactorSchedulerFixedRate: {
    title: "relative_step=FalseとAdafactorスケジューラ",
    message: () =>
      "relative_step=Falseは学習率を固定する設定ですが、LRスケジューラのAdafactorは自動調整用です。IndexErrorで止まります。",
    remedy: () =>
      "LRスケジューラをconstant_with_warmupにするか、オプティマイザの引数からrelative_step=Falseを外してください。",
  },
  constantWarmup: {
    title: "ウォームアップを使えないスケジューラ",
    message: ({ scheduler, warmup }) =>
      `LRスケジューラ${scheduler}ではウォームアップを使えません。${warmup}ステップの指定があるとエラーで止まります。`,
    remedy: () => "ウォームアップを0にするか、constant_with_warmupを選んでください。",
  },
  schedulerUnknown: {
    title: "知らないLRスケジューラ",
    message: ({ scheduler }) => `「${scheduler}」というLRスケジューラはありません。`,
    remedy: () =>
      "constant、constant_with_warmup、linear、cosine、cosine_with_restarts、polynomial、inverse_sqrt、cosine_with_min_lr、warmup_stable_decay、piecewise_constant、adafactorから選んでください。",
  },
  optimizerUnknown: {
    title: "知らないオプティマイザ",
    message: ({ optimizer }) =>
      `「${optimizer}」というオプティマイザはありません。PyTorchの中も大文字小文字を区別して探しますが、見つかりません。`,
    remedy: () =>
      "名前を直してください。他のライブラリのものはbitsandbytes.optim.AdEMAMix8bitのようにモジュール名から書きます。",
  },
  optimizerTwice: {
    title: "オプティマイザの二重指定",
    message: ({ options }) =>
      `オプティマイザが重複して指定されています：${options}。学習プログラムはエラーで止まります。`,
    remedy: () => "optimizer_typeを残し、古いフラグを外してください。",
  },
  optimizerArgumentMalformed: {
    title: "オプティマイザの引数が読めない",
    message: ({ word }) => `「${word}」は「名前=値」（Pythonの値）の形ではないため、ValueErrorで止まります。`,
    remedy: () => "weight_decay=0.01、betas=0.9,0.99、relative_step=False（先頭は大文字）のように書いてください。",
  },
  schedulerArgumentMalformed: {
    title: "LRスケジューラの引数が読めない",
    message: ({ word }) => `「${word}」は「名前=値」（Pythonの値）の形ではないため、ValueErrorで止まります。`,
    remedy: () => "T_max=100のように書いてください。",
  },
  fusedBackwardOptimizer: {
    title: "fused_backward_passはAdafactor専用",
    message: ({ optimizer }) => `fused_backward_passはAdafactorでしか使えませんが、オプティマイザは${optimizer}です。`,
    remedy: () => "fused_backward_passを外すか、Adafactorを選んでください。",
  },
  fusedBackwardAccumulation: {
    title: "fused_backward_passと勾配累積",
    message: ({ accumulation }) => `fused_backward_passは勾配累積（現在${accumulation}）と併用できません。`,
    remedy: () => "gradient_accumulation_stepsを1にするか、fused_backward_passを外してください。",
  },
  nothingLearns: {
    title: "学習する部分がない",
    message: () =>
      "U-NetにもText Encoderにも0より大きい学習率がありません。学習率のない部分は除外され、何も残らずエラーで止まります。",
    remedy: () => "Learning rateを1e-4などに設定してください。",
  },
};
