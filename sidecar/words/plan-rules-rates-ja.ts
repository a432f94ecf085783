import { of, type PlanRuleValues, type PlanRuleWords, rate } from "./plan-rule-values.js";
import type { planRulesRatesEn } from "./plan-rules-rates-en.js";

const range = (values: PlanRuleValues): string => `${rate(of(values, "least"))}〜${rate(of(values, "most"))}`;
const shown = (values: PlanRuleValues, name: string): string => rate(of(values, name));

export const planRulesRatesJa: Record<keyof typeof planRulesRatesEn, PlanRuleWords> = {
  rateHigh: {
    title: "学習率が高い",
    message: (values) =>
      `${values.optimizer}で${shown(values, "rate")}は高めです（通常は${range(values)}）。高すぎると絵が焼き付いたり、ノイズになったりします。`,
    remedy: (values) =>
      `${values.optimizer === "Lion" ? "3e-5" : "通常の範囲の中ほど"}から始めて、途中の保存を見比べてください。`,
  },
  rateLow: {
    title: "学習率が低い",
    message: (values) =>
      `${values.optimizer}で${shown(values, "rate")}は低めです（通常は${range(values)}）。学習プログラムの既定値2e-6は、LoRAではなくモデル全体の学習向けです。`,
    remedy: () => "AdamWやAdafactorなら1e-4から始めるのが一般的です。",
  },
  adaptiveRateLow: {
    title: "このオプティマイザの学習率は1前後",
    message: (values) =>
      `${values.optimizer}は学習率を自動で見積もり、設定値を掛けます。${shown(values, "rate")}ではほとんど学習しません。作者の推奨は1で、kohya-colabではD-Adaptationに0.5〜0.75を使っています。`,
    remedy: () => "学習率をすべて1にしてください。Prodigyではd_coefで調整します。",
  },
  adaptiveSeveralRates: {
    title: "有効なのは最初の学習率だけ",
    message: (values) =>
      `U-Net ${shown(values, "unet")}、Text Encoder ${shown(values, "textEncoder")}と別々ですが、ProdigyやD-Adaptationの学習率は一つで、最初のものだけが使われます。`,
    remedy: () => "Learning rateだけを1にして、残りの二つは空欄にしてください。",
  },
  adafactorDropsRates: {
    title: "Adafactorは学習率を自動で決める",
    message: (values) =>
      `relative_step（Adafactorの既定）では設定した学習率は使われません。${shown(values, "rate")}はスケジューラの初期値（initial_lr）になるだけです。`,
    remedy: () =>
      "そのままで大丈夫です。固定したいときは、オプティマイザの引数をscale_parameter=False relative_step=False warmup_init=Falseにします。",
  },
  adafactorDropsSeparateRates: {
    title: "別々の学習率は使われない",
    message: (values) =>
      `U-Net ${shown(values, "unet")}、Text Encoder ${shown(values, "textEncoder")}とありますが、relative_stepのAdafactorではどちらも無視され、一つの学習率が自動で決まります。`,
    remedy: () => "空欄にするか、relative_step=Falseで学習率を固定してください。",
  },
  adafactorReplacesScheduler: {
    title: "LRスケジューラが置き換えられる",
    message: ({ scheduler }) =>
      `LRスケジューラ${scheduler}は使われません。relative_step（Adafactorの既定）では、Adafactor専用のものに置き換えられます。`,
    remedy: () => "LRスケジューラもadafactorにするか、relative_step=Falseで学習率を固定してください。",
  },
  adafactorWarmupInit: {
    title: "warmup_initでrelative_stepが有効になる",
    message: () =>
      "relative_step=Falseですが、warmup_init=Trueもあるため、relative_stepが再び有効になり、学習率は使われません。",
    remedy: () => "学習率を固定するなら、warmup_init=Falseにしてください。",
  },
  adafactorFixedRate: {
    title: "学習率を固定したAdafactor",
    message: ({ norm, scheduler }) =>
      `学習プログラムはmax_grad_norm 0とconstant_with_warmupを勧めています（現在は${norm}と${scheduler}）。このままでも動きます。`,
    remedy: () =>
      "max_grad_normを0、LRスケジューラをconstant_with_warmup（ウォームアップ100ステップほど）にしてください。",
  },
  prodigyRestarts: {
    title: "リスタートと自動調整",
    message: ({ cycles }) =>
      `LRスケジューラが${cycles}周リスタートします。学習率を自動で見積もるオプティマイザはこれで惑わされる、という指摘があります。一方、kohya_ssにはこの組み合わせのプリセットもあります。`,
    remedy: () => "cosineかconstantにしてください。",
  },
  scheduleFreeScheduler: {
    title: "LRスケジューラは無視される",
    message: ({ scheduler }) =>
      `schedule-freeのオプティマイザはLRスケジューラを使いません。${scheduler}もウォームアップも無視されます。`,
    remedy: () => "実際の動作に合わせて、constant・ウォームアップなしにしておきましょう。",
  },
  batchAndRate: {
    title: "学習率とバッチサイズ",
    message: (values) =>
      `1ステップで${values.batch}枚分を平均し、学習率は${shown(values, "rate")}です。バッチに合わせて上げる人（2なら2倍）、平方根で上げる人、学習率はそのままで長く学習する人がいます。`,
    remedy: () => "効きが弱いときは、学習率を1.5〜2倍にするか、エポックを増やしてください。",
  },
  loraPlusAdaptive: {
    title: "LoRA+と自動調整オプティマイザ",
    message: () =>
      "LoRA+は一部の学習率を上げる方法ですが、ProdigyやD-Adaptationの学習率は一つだけです。学習プログラムの作者も併用できないと記しています。",
    remedy: () => "network_argsのloraplus_…を外すか、AdamWにしてください。",
  },
};
