import { pictures } from "./counts-ja.js";
import { of, type PlanRuleWords, rate } from "./plan-rule-values.js";
import type { planRulesNetworkEn } from "./plan-rules-network-en.js";

export const planRulesNetworkJa: Record<keyof typeof planRulesNetworkEn, PlanRuleWords> = {
  dimLarge: {
    title: "Dim が大きい",
    message: (values) =>
      `Dim ${values.dim} は ${of(values, "pictures") ? `${pictures(of(values, "pictures"))}` : "一つの題材"} には大きすぎます。ファイルが大きくなり、オーバーフィッティングもしやすくなります。記事では 20 枚なら 16 で多いくらい、他のガイドでは 8〜32 です。`,
    remedy: () => "16 か 32 を試してください。",
  },
  dimDefault: {
    title: "Dim が未指定",
    message: ({ dim }) => `Network Rank（Dim）が未指定なので ${dim} になります。衣装付きのキャラクターには少なめです。`,
    remedy: () => "設定してください。16 がよく使われます。",
  },
  alphaAboveDim: {
    title: "Alpha が Dim より大きい",
    message: ({ alpha, dim, scale }) =>
      `Alpha ${alpha}÷Dim ${dim} で、学習結果が${scale}倍されます。学習率を上げたのと同じで、描写が崩れやすくなります。`,
    remedy: ({ dim }) => `Alpha を ${dim} かその半分にして、足りなければ学習率を上げてください。`,
  },
  alphaZero: {
    title: "Alpha 0 は Dim と同じ意味",
    message: ({ dim }) => `学習プログラムは Alpha 0 を Dim と同じ ${dim} として扱います。`,
    remedy: () => "意図した値にしてください。",
  },
  alphaScale: {
    title: "Alpha が小さめ",
    message: ({ alpha, dim, scale }) =>
      `Alpha ${alpha}÷Dim ${dim} で学習結果が${scale}倍になる分、Weight は大きく育ちます。記事ではアンダーフローを防ぐため 1 にしています。公式ガイドは Dim の半分か同じ値（学習率は低め）を勧めています。`,
    remedy: () => "どちらでも学習できます。Alpha を変えたら、学習率を逆向きに調整してください。",
  },
  alphaTiny: {
    title: "Alpha が小さすぎる",
    message: ({ alpha, dim, scale }) =>
      `Alpha ${alpha}÷Dim ${dim} で、学習結果が${scale}倍にしかなりません。普通の学習率ではほとんど効きません。`,
    remedy: () => "Alpha を上げるか、Dim を下げるか、学習率を最大 10 倍ほどにしてください。",
  },
  alphaUnderflow: {
    title: "fp16 でのアンダーフロー",
    message: ({ alpha, dim }) =>
      `full_fp16 では Weight を fp16 で持ちます。Alpha ${alpha}（Dim ${dim}）だと Weight が小さいままで、細かい変化が 0 に丸められます。Alpha を小さくすると防げます。`,
    remedy: () => "full_fp16 を外すか、Alpha を 1 にしてください。",
  },
  dropoutHigh: {
    title: "ドロップアウトが強い",
    message: ({ percent }) => `毎ステップ、ネットワークの ${percent}% が使われません。学習が進みにくくなります。`,
    remedy: () => "オーバーフィッティング対策なら 0.1〜0.3 がよく使われます。",
  },
  textEncoderRateHigh: {
    title: "Text Encoder の学習率が U-Net より高い",
    message: (values) =>
      `Text Encoder の ${rate(of(values, "textEncoder"))} が U-Net の ${rate(of(values, "unet"))} を上回っています。先に Text Encoder が過学習になり、プロンプトが効かなくなります。公式ガイドも U-Net より小さい値を勧めています。`,
    remedy: () => "U-Net の 1/2〜1/5 がよく使われます。",
  },
  textEncoderRateSame: {
    title: "Text Encoder と U-Net が同じ学習率",
    message: (values) =>
      `どちらも ${rate(of(values, "rate"))} で、記事と同じやり方です。公式ガイドやよくあるプリセットでは、Text Encoder を 1/2 や 1/5 に下げています。`,
    remedy: () => "プロンプトが効きにくくなったら、Text Encoder の学習率を下げてください。",
  },
  textEncoderRatesIgnored: {
    title: "Text Encoder の学習率が多すぎる",
    message: ({ given, read }) =>
      `Text Encoder の学習率が${given}個ありますが、使われるのは${read}個で、残りは無視されます。`,
    remedy: () => "余分なものを消してください。",
  },
  unetLeftOut: {
    title: "U-Net が学習されない",
    message: () => "U-Net の学習率が 0 なので、Text Encoder だけが学習されます。新しい見た目はほとんど覚えられません。",
    remedy: () => "Unet learning rate を空欄にすると、Learning rate の値が使われます。",
  },
  textEncoderOnly: {
    title: "Text Encoder のみの学習",
    message: () => "Text Encoder だけを学習します。言葉の意味は変えられますが、新しい見た目はほとんど覚えられません。",
    remedy: () => "意図していなければ、network_train_text_encoder_only を外してください。",
  },
  sdxlTextEncoder: {
    title: "SDXL の Text Encoder を学習する設定",
    message: (values) =>
      `SDXL には Text Encoder が二つあり、${rate(of(values, "rate"))} で学習されます。公式ガイドは、結果が予想しにくいので U-Net のみを強く勧めています。1e-5〜6e-5 で学習させるガイドもあります。`,
    remedy: () => "network_train_unet_only を有効にするか、Text Encoder の学習率を 1e-5 にしてください。",
  },
  unetOnlyTrigger: {
    title: "U-Net のみの学習",
    message: () =>
      "Text Encoder を学習しないので、トリガーワードの意味は U-Net だけで覚えます。記事では両方を学習しています。",
    remedy: () => "トリガーワードの効きが弱ければ、Text Encoder も半分の学習率で学習してください。",
  },
  clipSkipUnused: {
    title: "Clip skip が合わない",
    message: ({ skip }) =>
      `Clip skip が${skip}です。SDXL では使われず、Stable Diffusion 2 では想定外です。どちらも学習プログラムが警告します。`,
    remedy: () => "空欄にしてください。SD1.5 のアニメ系モデル向けの設定です。",
  },
};
