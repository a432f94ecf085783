import { pictures } from "./counts-ja.js";
import { of, type PlanRuleWords, rate } from "./plan-rule-values.js";
import type { planRulesNetworkEn } from "./plan-rules-network-en.js";

export const planRulesNetworkJa: Record<keyof typeof planRulesNetworkEn, PlanRuleWords> = {
  dimLarge: {
    title: "Dimが大きい",
    message: (values) =>
      `Dim ${values.dim}は${of(values, "pictures") ? `${pictures(of(values, "pictures"))}` : "一つの題材"}には大きすぎます。ファイルが大きくなり、オーバーフィッティングもしやすくなります。記事では20枚なら16で多いくらい、他のガイドでは8〜32です。`,
    remedy: () => "16か32を試してください。",
  },
  dimDefault: {
    title: "Dimが未指定",
    message: ({ dim }) => `Network Rank（Dim）が未指定なので${dim}になります。衣装付きのキャラクターには少なめです。`,
    remedy: () => "設定してください。16がよく使われます。",
  },
  alphaAboveDim: {
    title: "AlphaがDimより大きい",
    message: ({ alpha, dim, scale }) =>
      `Alpha ${alpha}÷Dim ${dim}で、学習結果が${scale}倍されます。学習率を上げたのと同じで、描写が崩れやすくなります。`,
    remedy: ({ dim }) => `Alphaを${dim}かその半分にして、足りなければ学習率を上げてください。`,
  },
  alphaZero: {
    title: "Alpha 0はDimと同じ意味",
    message: ({ dim }) => `学習プログラムはAlpha 0をDimと同じ${dim}として扱います。`,
    remedy: () => "意図した値にしてください。",
  },
  alphaScale: {
    title: "Alphaが小さめ",
    message: ({ alpha, dim, scale }) =>
      `Alpha ${alpha}÷Dim ${dim}で学習結果が${scale}倍になる分、Weightは大きく育ちます。記事ではアンダーフローを防ぐため1にしています。公式ガイドはDimの半分か同じ値（学習率は低め）を勧めています。`,
    remedy: () => "どちらでも学習できます。Alphaを変えたら、学習率を逆向きに調整してください。",
  },
  alphaTiny: {
    title: "Alphaが小さすぎる",
    message: ({ alpha, dim, scale }) =>
      `Alpha ${alpha}÷Dim ${dim}で、学習結果が${scale}倍にしかなりません。普通の学習率ではほとんど効きません。`,
    remedy: () => "Alphaを上げるか、Dimを下げるか、学習率を最大10倍ほどにしてください。",
  },
  alphaUnderflow: {
    title: "fp16でのアンダーフロー",
    message: ({ alpha, dim }) =>
      `full_fp16ではWeightをfp16で持ちます。Alpha ${alpha}（Dim ${dim}）だとWeightが小さいままで、細かい変化が0に丸められます。Alphaを小さくすると防げます。`,
    remedy: () => "full_fp16を外すか、Alphaを1にしてください。",
  },
  dropoutHigh: {
    title: "ドロップアウトが強い",
    message: ({ percent }) => `毎ステップ、ネットワークの${percent}%が使われません。学習が進みにくくなります。`,
    remedy: () => "オーバーフィッティング対策なら0.1〜0.3がよく使われます。",
  },
  textEncoderRateHigh: {
    title: "Text Encoderの学習率がU-Netより高い",
    message: (values) =>
      `Text Encoderの${rate(of(values, "textEncoder"))}がU-Netの${rate(of(values, "unet"))}を上回っています。先にText Encoderが過学習になり、プロンプトが効かなくなります。公式ガイドもU-Netより小さい値を勧めています。`,
    remedy: () => "U-Netの1/2〜1/5がよく使われます。",
  },
  textEncoderRateSame: {
    title: "Text EncoderとU-Netが同じ学習率",
    message: (values) =>
      `どちらも${rate(of(values, "rate"))}で、記事と同じやり方です。公式ガイドやよくあるプリセットでは、Text Encoderを1/2や1/5に下げています。`,
    remedy: () => "プロンプトが効きにくくなったら、Text Encoderの学習率を下げてください。",
  },
  textEncoderRatesIgnored: {
    title: "Text Encoderの学習率が多すぎる",
    message: ({ given, read }) =>
      `Text Encoderの学習率が${given}個ありますが、使われるのは${read}個で、残りは無視されます。`,
    remedy: () => "余分なものを消してください。",
  },
  unetLeftOut: {
    title: "U-Netが学習されない",
    message: () => "U-Netの学習率が0なので、Text Encoderだけが学習されます。新しい見た目はほとんど覚えられません。",
    remedy: () => "Unet learning rateを空欄にすると、Learning rateの値が使われます。",
  },
  textEncoderOnly: {
    title: "Text Encoderのみの学習",
    message: () => "Text Encoderだけを学習します。言葉の意味は変えられますが、新しい見た目はほとんど覚えられません。",
    remedy: () => "意図していなければ、network_train_text_encoder_onlyを外してください。",
  },
  sdxlTextEncoder: {
    title: "SDXLのText Encoderを学習する設定",
    message: (values) =>
      `SDXLにはText Encoderが二つあり、${rate(of(values, "rate"))}で学習されます。公式ガイドは、結果が予想しにくいのでU-Netのみを強く勧めています。1e-5〜6e-5で学習させるガイドもあります。`,
    remedy: () => "network_train_unet_onlyを有効にするか、Text Encoderの学習率を1e-5にしてください。",
  },
  unetOnlyTrigger: {
    title: "U-Netのみの学習",
    message: () =>
      "Text Encoderを学習しないので、トリガーワードの意味はU-Netだけで覚えます。記事では両方を学習しています。",
    remedy: () => "トリガーワードの効きが弱ければ、Text Encoderも半分の学習率で学習してください。",
  },
  clipSkipUnused: {
    title: "Clip skipが合わない",
    message: ({ skip }) =>
      `Clip skipが${skip}です。SDXLでは使われず、Stable Diffusion 2では想定外です。どちらも学習プログラムが警告します。`,
    remedy: () => "空欄にしてください。SD1.5のアニメ系モデル向けの設定です。",
  },
};
