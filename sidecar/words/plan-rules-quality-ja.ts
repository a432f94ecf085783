import { number, pictures } from "./counts-ja.js";
import { of, type PlanRuleWords } from "./plan-rule-values.js";
import type { planRulesQualityEn } from "./plan-rules-quality-en.js";

export const planRulesQualityJa: Record<keyof typeof planRulesQualityEn, PlanRuleWords> = {
  onePicture: {
    title: "画像が 1 枚だけ",
    message: () =>
      "1 枚だけだと、ポーズも背景も含めてその画像そのものを覚えます。記事の失敗例は二つとも 1 枚での学習です。",
    remedy: () => "ポーズや角度、背景の違う画像を 20 枚以上集めてください。",
  },
  fewPictures: {
    title: "画像が少ない",
    message: (values) =>
      `${pictures(of(values, "pictures"))}です。記事ではキャラクターで最低 20 枚、他のガイドでは 10 枚から 50 枚以上まで幅があります。`,
    remedy: () => "新しい情報のある画像を足してください。同じ画像の切り抜きは、あまり足しになりません。",
  },
  noCaptions: {
    title: "キャプションのない画像",
    message: (values) =>
      `${pictures(of(values, "pictures"))}のうち ${number(of(values, "without"))} 枚にキャプションがありません。${values.trigger ? `キャプションは「${values.trigger}」だけになり、写っているものすべてがその言葉に結び付きます。` : "代わりになるトリガーワードもないので、空のキャプションで学習されます。"}`,
    remedy: () => "意図したものでなければ、タグ付けしてください。",
  },
  withoutTrigger: {
    title: "トリガーワードのないキャプション",
    message: (values) =>
      `${number(of(values, "captions"))} 件のキャプションのうち ${number(of(values, "without"))} 件に「${values.trigger}」がありません。フォルダ名が使われるのはキャプションがない画像だけなので、その画像ではトリガーワードを学習しません。`,
    remedy: ({ trigger: word }) => `すべてのキャプションの先頭に「${word}」を入れてください。`,
  },
  triggerMoves: {
    title: "トリガーワードまでシャッフルされる",
    message: () =>
      "キャプションをシャッフルする設定で、先頭の固定（keep_tokens）が 0 なので、トリガーワードの位置も毎回変わります。",
    remedy: () => "トリガーワードを先頭に置き、keep_tokens を 1 にしてください。",
  },
  shuffledSentences: {
    title: "シャッフルはタグ向け",
    message: () =>
      "この種類のモデルは文章を読みます。シャッフルはタグで学習したモデル向けの手法で、逆効果になることがあります。",
    remedy: () => "キャプションがタグで、モデルもタグで学習されている場合を除き、shuffle_caption を外してください。",
  },
  dropoutSmallSet: {
    title: "少ない画像でのキャプションドロップアウト",
    message: (values) =>
      `${pictures(of(values, "pictures"))}でキャプションを ${values.percent}% 省く設定です。画像が少ないとトリガーワードの効きが弱まります。15〜30 枚ならほぼ 0 を勧めるガイドがあります。`,
    remedy: () => "caption_dropout_rate を 0 にしてください。",
  },
  flipped: {
    title: "左右反転",
    message: () => "画像が半分の確率で左右反転されます。髪の分け目や眼帯、文字も両側で覚えてしまいます。",
    remedy: () => "左右非対称のものでは flip_aug を外してください。",
  },
  noSavePoint: {
    title: "途中の保存がない",
    message: () =>
      "LoRA が最後にしか保存されません。途中で落ちるとすべて失われ、オーバーフィッティングになっても前に戻れません。",
    remedy: () =>
      "数百ステップか 1 エポックごとに保存してください。記事では 7,000 ステップを 1,000 ごとに保存しています。",
  },
  seedNotFixed: {
    title: "シードが固定されていない",
    message: () => "シードが毎回変わるので、設定を一つだけ変えた比較ができません。",
    remedy: () => "42 など、好きな数字にしてください。",
  },
  nameNotGiven: {
    title: "名前が未指定",
    message: () => "LoRA の名前がないので、ファイル名が last、epoch-…、at-step…になります。",
    remedy: () => "okara のような名前を付けてください。",
  },
  latentsNotCached: {
    title: "latent がキャッシュされない",
    message: () => "画像を使うたびに VAE で変換し直すので、時間もメモリもかかります。",
    remedy: () => "cache_latents を有効にしてください。",
  },
  halfVae: {
    title: "SDXL の VAE が fp16",
    message: () =>
      "SDXL 標準の VAE は fp16 だとオーバーフローします。latent が壊れて止まるか、黒い画像を学習してしまいます。",
    remedy: () => "no_half_vae を有効にするか、fp16 対応の VAE を指定するか、bf16 にしてください。",
  },
  hunyuanFp16: {
    title: "HunyuanImage では bf16",
    message: () => "mixed_precision が fp16 です。HunyuanImage 2.1 では bf16 が推奨されています。",
    remedy: () => "mixed_precision を bf16 にしてください。",
  },
  sdxlMemory: {
    title: "SDXL には GPU メモリが少ない",
    message: ({ memory }) =>
      `GPU メモリは${memory}GB です。公式ガイドによると、SDXL は節約設定をすべて使って 8GB で可能、10GB を推奨です。`,
    remedy: () =>
      "gradient_checkpointing、cache_latents、cache_text_encoder_outputs（network_train_unet_only と一緒に）を有効にし、Dim を 4〜8 にしてください。",
  },
  fluxMemory: {
    title: "FLUX には GPU メモリが少ない",
    message: ({ memory }) =>
      `GPU メモリは${memory}GB です。公式ガイドでは fp8_base で 24GB、それ以下ではブロックスワップを使い、12GB で 16、10GB で 22、8GB で 28 ブロックです。`,
    remedy: () => "fp8_base を有効にし、blocks_to_swap を設定してください。",
  },
};
