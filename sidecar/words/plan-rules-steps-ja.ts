import { number, pictures } from "./counts-ja.js";
import { of, type PlanRuleValues, type PlanRuleWords, rate } from "./plan-rule-values.js";
import type { planRulesStepsEn } from "./plan-rules-steps-en.js";

const shown = (values: PlanRuleValues, name: string): string => number(of(values, name));
const guides = (values: PlanRuleValues): string =>
  `記事の目安は ${shown(values, "articleLeast")}〜${shown(values, "articleMost")} ステップ、他のガイドでは ${shown(values, "least")}〜${shown(values, "most")} ステップです。`;

export const planRulesStepsJa: Record<keyof typeof planRulesStepsEn, PlanRuleWords> = {
  overfitting: {
    title: "オーバーフィッティング（過学習）",
    message: (values) =>
      `学習率 ${rate(of(values, "rate"))} で、1 枚の画像を ${shown(values, "perPicture")} 回も学習します。丸暗記になり、記事の失敗例のように、ノイズ画像になったり人物の輪郭が溶けたりします。`,
    remedy: () =>
      "エポックを減らすか、画像を増やしてください。1 枚あたり 100〜400 回が目安です。途中で保存して、特徴の出ている一番早いものを選びましょう。",
  },
  underfitting: {
    title: "アンダーフィッティング（学習不足）",
    message: (values) =>
      `学習率 ${rate(of(values, "rate"))} で ${shown(values, "steps")} ステップでは、ほとんど学習できません。記事の失敗例でも、強度を上げても LoRA が全く効いていませんでした。`,
    remedy: () => "エポックを増やしてください。学習率を上げても、足りないステップの代わりにはなりません。",
  },
  stepsFew: {
    title: "ステップ数が少なめ",
    message: (values) => `${shown(values, "showings")} ステップは少なめです。${guides(values)}`,
    remedy: () => "エポックか繰り返し回数を増やしてください。多すぎたら途中の保存を使えます。",
  },
  stepsMany: {
    title: "ステップ数が多い",
    message: (values) =>
      `${pictures(of(values, "pictures"))}に ${shown(values, "showings")} ステップは、どのガイドの目安より多く、オーバーフィッティングになりがちです。${guides(values)}`,
    remedy: () => "エポックを減らすか、途中で保存して見比べてください。",
  },
  stepsDisagree: {
    title: "ステップ数の目安が分かれる",
    message: (values) => `${shown(values, "showings")} ステップは、ガイドによって評価が分かれます。${guides(values)}`,
    remedy: () => "途中で保存して見比べるのが確実です。",
  },
  adafactorSlow: {
    title: "Adafactor は学習が緩やか",
    message: (values) =>
      `Adafactor で ${shown(values, "showings")} ステップだと、学習不足になることがあります。記事では学習が緩やかなため多めに取り、${shown(values, "articleLeast")}〜${shown(values, "articleMost")} のうち 7,000 ステップにしています。`,
    remedy: () => "5,000〜8,000 ステップほどになるまでエポックを増やしてください。",
  },
  manyPictures: {
    title: "画像が多い",
    message: (values) =>
      `画像が多いほど精度は上がりますが、適正なステップ数にしないとオーバーフィッティングになる、と記事にあります。今は${pictures(of(values, "pictures"))}を 1 枚あたり ${shown(values, "perPicture")} 回学習します。`,
    remedy: () => "100 枚を超えるなら繰り返し回数は 1〜3 で十分です。長さはエポックで調整しましょう。",
  },
  fewShowings: {
    title: "1 枚あたりの学習回数が少ない",
    message: (values) =>
      `1 枚あたりの学習が 5 回未満です（${pictures(of(values, "pictures"))}に対して ${shown(values, "showings")} ステップ）。細かい特徴を覚えきれないことがあります。`,
    remedy: () => "エポックを増やしてください。10 エポック前後がよく使われます。",
  },
  kohyaEpochs: {
    title: "エポック数が設定と違う",
    message: (values) =>
      `Kohya's GUI の式では ${values.planned} エポックで ${shown(values, "steps")} ステップですが、実際には ${values.begun} エポック目まで進みます。バケットやバッチ、GPU の数で 1 エポックの長さが変わるためです。`,
    remedy: () => "長さをエポックで指定すると、学習プログラムが正しく数えます。",
  },
  warmupTooLong: {
    title: "ウォームアップが長い",
    message: (values) =>
      `${shown(values, "steps")} ステップのうち ${shown(values, "warmup")} ステップがウォームアップです。学習の大半で、設定した学習率に届きません。`,
    remedy: () => "全体の 5〜10% がよく使われます。",
  },
  trainingTime: {
    title: "学習時間の目安",
    message: (values) =>
      `記事の例（GeForce RTX3080Ti で 7,000 ステップに 1 時間〜1 時間半）から計算すると、同じ GPU で ${shown(values, "least")}〜${shown(values, "most")} 分ほどです。`,
    remedy: () => "正確な時間は、始めて 1 分ほどで分かります。",
  },
};
