import { number, pictures } from "./counts-ja.js";
import { of, type PlanRuleWords } from "./plan-rule-values.js";
import type { planRulesQualityEn } from "./plan-rules-quality-en.js";

export const planRulesQualityJa: Record<keyof typeof planRulesQualityEn, PlanRuleWords> = {
  onePicture: {
    title: "画像が1枚だけ",
    message: () =>
      "1枚だけだと、ポーズも背景も含めてその画像そのものを覚えます。記事の失敗例は二つとも1枚での学習です。",
    remedy: () => "ポーズや角度、背景の違う画像を20枚以上集めてください。",
  },
  fewPictures: {
    title: "画像が少ない",
    message: (values) =>
      `${pictures(of(values, "pictures"))}です。記事ではキャラクターで最低20枚、他のガイドでは10枚から50枚以上まで幅があります。`,
    remedy: () => "新しい情報のある画像を足してください。同じ画像の切り抜きは、あまり足しになりません。",
  },
  noCaptions: {
    title: "キャプションのない画像",
    message: (values) =>
      `${pictures(of(values, "pictures"))}のうち${number(of(values, "without"))}枚にキャプションがありません。${values.trigger ? `キャプションは「${values.trigger}」だけになり、写っているものすべてがその言葉に結び付きます。` : "代わりになるトリガーワードもないので、空のキャプションで学習されます。"}`,
    remedy: () => "意図したものでなければ、タグ付けしてください。",
  },
  withoutTrigger: {
    title: "トリガーワードのないキャプション",
    message: (values) =>
      `${number(of(values, "captions"))}件のキャプションのうち${number(of(values, "without"))}件に「${values.trigger}」がありません。フォルダー名が使われるのはキャプションがない画像だけなので、その画像ではトリガーワードを学習しません。`,
    remedy: ({ trigger: word }) => `すべてのキャプションの先頭に「${word}」を入れてください。`,
  },
  triggerMoves: {
    title: "トリガーワードまでシャッフルされる",
    message: () =>
      "キャプションをシャッフルする設定で、先頭の固定（keep_tokens）が0なので、トリガーワードの位置も毎回変わります。",
    remedy: () => "トリガーワードを先頭に置き、keep_tokensを1にしてください。",
  },
  shuffledSentences: {
    title: "シャッフルはタグ向け",
    message: () =>
      "この種類のモデルは文章を読みます。シャッフルはタグで学習したモデル向けの手法で、逆効果になることがあります。",
    remedy: () => "キャプションがタグで、モデルもタグで学習されている場合を除き、shuffle_captionを外してください。",
  },
  dropoutSmallSet: {
    title: "少ない画像でのキャプションドロップアウト",
    message: (values) =>
      `${pictures(of(values, "pictures"))}でキャプションを${values.percent}%省く設定です。画像が少ないとトリガーワードの効きが弱まります。15〜30枚ならほぼ0を勧めるガイドがあります。`,
    remedy: () => "caption_dropout_rateを0にしてください。",
  },
  flipped: {
    title: "左右反転",
    message: () => "画像が半分の確率で左右反転されます。髪の分け目や眼帯、文字も両側で覚えてしまいます。",
    remedy: () => "左右非対称のものではflip_augを外してください。",
  },
  noSavePoint: {
    title: "途中の保存がない",
    message: () =>
      "LoRAが最後にしか保存されません。途中で落ちるとすべて失われ、オーバーフィッティングになっても前に戻れません。",
    remedy: () => "数百ステップか1エポックごとに保存してください。記事では7,000ステップを1,000ごとに保存しています。",
  },
  seedNotFixed: {
    title: "シードが固定されていない",
    message: () => "シードが毎回変わるので、設定を一つだけ変えた比較ができません。",
    remedy: () => "42など、好きな数字にしてください。",
  },
  nameNotGiven: {
    title: "名前が未指定",
    message: () => "LoRAの名前がないので、ファイル名がlast、epoch-…、at-step…になります。",
    remedy: () => "okaraのような名前を付けてください。",
  },
  latentsNotCached: {
    title: "latentがキャッシュされない",
    message: () => "画像を使うたびにVAEで変換し直すので、時間もメモリもかかります。",
    remedy: () => "cache_latentsを有効にしてください。",
  },
  halfVae: {
    title: "SDXLのVAEがfp16",
    message: () =>
      "SDXL標準のVAEはfp16だとオーバーフローします。latentが壊れて止まるか、黒い画像を学習してしまいます。",
    remedy: () => "no_half_vaeを有効にするか、fp16対応のVAEを指定するか、bf16にしてください。",
  },
  hunyuanFp16: {
    title: "HunyuanImageではbf16",
    message: () => "mixed_precisionがfp16です。HunyuanImage 2.1ではbf16が推奨されています。",
    remedy: () => "mixed_precisionをbf16にしてください。",
  },
  sdxlMemory: {
    title: "SDXLにはGPUメモリが少ない",
    message: ({ memory }) =>
      `GPUメモリは${memory}GBです。公式ガイドによると、SDXLは節約設定をすべて使って8GBで可能、10GBを推奨です。`,
    remedy: () =>
      "gradient_checkpointing、cache_latents、cache_text_encoder_outputs（network_train_unet_onlyと一緒に）を有効にし、Dimを4〜8にしてください。",
  },
  fluxMemory: {
    title: "FLUXにはGPUメモリが少ない",
    message: ({ memory }) =>
      `GPUメモリは${memory}GBです。公式ガイドではfp8_baseで24GB、それ以下ではブロックスワップを使い、12GBで16、10GBで22、8GBで28ブロックです。`,
    remedy: () => "fp8_baseを有効にし、blocks_to_swapを設定してください。",
  },
};
