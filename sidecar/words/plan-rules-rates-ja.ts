import { of, type PlanRuleValues, type PlanRuleWords, rate } from "./plan-rule-values.js";
import type { planRulesRatesEn } from "./plan-rules-rates-en.js";

const range = (values: PlanRuleValues): string => `${rate(of(values, "least"))}〜${rate(of(values, "most"))}`;
const shown = (values: PlanRuleValues, name: string): string => rate(of(values, name));

export const planRulesRatesJa: Record<keyof typeof planRulesRatesEn, PlanRuleWords> = {
  rateHigh: {
    title: "学習率が高い",
    message: (values) =>
      `${values.optimizer} で ${shown(values, "rate")} は高めです（通常は${range(values)}）。高すぎると絵が焼き付いたり、ノイズになったりします。`,
    remedy: (values) =>
      `${values.optimizer === "Lion" ? "3e-5" : "通常の範囲の中ほど"}から始めて、途中の保存を見比べてください。`,
  },
  rateLow: {
    title: "学習率が低い",
    message: (values) =>
      `${values.optimizer} で ${shown(values, "rate")} は低めです（通常は${range(values)}）。学習プログラムの既定値 2e-6 は、LoRA ではなくモデル全体の学習向けです。`,
    remedy: () => "AdamW や Adafactor なら 1e-4 から始めるのが一般的です。",
  },
  adaptiveRateLow: {
    title: "このオプティマイザの学習率は 1 前後",
    message: (values) =>
      `${values.optimizer} は学習率を自動で見積もり、設定値を掛けます。${shown(values, "rate")} ではほとんど学習しません。作者の推奨は 1 で、kohya-colab では D-Adaptation に 0.5〜0.75 を使っています。`,
    remedy: () => "学習率をすべて 1 にしてください。Prodigy では d_coef で調整します。",
  },
  adaptiveSeveralRates: {
    title: "有効なのは最初の学習率だけ",
    message: (values) =>
      `U-Net ${shown(values, "unet")}、Text Encoder ${shown(values, "textEncoder")} と別々ですが、Prodigy や D-Adaptation の学習率は一つで、最初のものだけが使われます。`,
    remedy: () => "Learning rate だけを 1 にして、残りの二つは空欄にしてください。",
  },
  adafactorDropsRates: {
    title: "Adafactor は学習率を自動で決める",
    message: (values) =>
      `relative_step（Adafactor の既定）では設定した学習率は使われません。${shown(values, "rate")} はスケジューラの初期値（initial_lr）になるだけです。`,
    remedy: () =>
      "そのままで大丈夫です。固定したいときは、オプティマイザの引数を scale_parameter=False relative_step=False warmup_init=False にします。",
  },
  adafactorDropsSeparateRates: {
    title: "別々の学習率は使われない",
    message: (values) =>
      `U-Net ${shown(values, "unet")}、Text Encoder ${shown(values, "textEncoder")} とありますが、relative_step の Adafactor ではどちらも無視され、一つの学習率が自動で決まります。`,
    remedy: () => "空欄にするか、relative_step=False で学習率を固定してください。",
  },
  adafactorReplacesScheduler: {
    title: "LR スケジューラが置き換えられる",
    message: ({ scheduler }) =>
      `LR スケジューラ ${scheduler} は使われません。relative_step（Adafactor の既定）では、Adafactor 専用のものに置き換えられます。`,
    remedy: () => "LR スケジューラも adafactor にするか、relative_step=False で学習率を固定してください。",
  },
  adafactorWarmupInit: {
    title: "warmup_init で relative_step が有効になる",
    message: () =>
      "relative_step=False ですが、warmup_init=True もあるため、relative_step が再び有効になり、学習率は使われません。",
    remedy: () => "学習率を固定するなら、warmup_init=False にしてください。",
  },
  adafactorFixedRate: {
    title: "学習率を固定した Adafactor",
    message: ({ norm, scheduler }) =>
      `学習プログラムは max_grad_norm 0 と constant_with_warmup を勧めています（現在は${norm}と ${scheduler}）。このままでも動きます。`,
    remedy: () =>
      "max_grad_norm を 0、LR スケジューラを constant_with_warmup（ウォームアップ 100 ステップほど）にしてください。",
  },
  prodigyRestarts: {
    title: "リスタートと自動調整",
    message: ({ cycles }) =>
      `LR スケジューラが${cycles}周リスタートします。学習率を自動で見積もるオプティマイザはこれで惑わされる、という指摘があります。一方、kohya_ss にはこの組み合わせのプリセットもあります。`,
    remedy: () => "cosine か constant にしてください。",
  },
  scheduleFreeScheduler: {
    title: "LR スケジューラは無視される",
    message: ({ scheduler }) =>
      `schedule-free のオプティマイザは LR スケジューラを使いません。${scheduler} もウォームアップも無視されます。`,
    remedy: () => "実際の動作に合わせて、constant・ウォームアップなしにしておきましょう。",
  },
  batchAndRate: {
    title: "学習率とバッチサイズ",
    message: (values) =>
      `1 ステップで ${values.batch} 枚分を平均し、学習率は ${shown(values, "rate")} です。バッチに合わせて上げる人（2 なら 2 倍）、平方根で上げる人、学習率はそのままで長く学習する人がいます。`,
    remedy: () => "効きが弱いときは、学習率を 1.5〜2 倍にするか、エポックを増やしてください。",
  },
  loraPlusAdaptive: {
    title: "LoRA+と自動調整オプティマイザ",
    message: () =>
      "LoRA+は一部の学習率を上げる方法ですが、Prodigy や D-Adaptation の学習率は一つだけです。学習プログラムの作者も併用できないと記しています。",
    remedy: () => "network_args の loraplus_…を外すか、AdamW にしてください。",
  },
};
