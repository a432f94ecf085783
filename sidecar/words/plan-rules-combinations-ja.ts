import type { PlanRuleWords } from "./plan-rule-values.js";
import type { planRulesCombinationsEn } from "./plan-rules-combinations-en.js";

export const planRulesCombinationsJa: Record<keyof typeof planRulesCombinationsEn, PlanRuleWords> = {
  cachedTextChanges: {
    title: "キャッシュしたキャプションは変えられない",
    message: ({ options }) =>
      `Text Encoder の出力をキャッシュするので、キャプションを毎回変えることはできません。${options}があるとエラーで止まります。`,
    remedy: ({ options }) => `cache_text_encoder_outputs か、${options}を外してください。`,
  },
  cachedTextTrained: {
    title: "キャッシュと Text Encoder の学習は両立しない",
    message: () =>
      "Text Encoder の出力をキャッシュすると、Text Encoder は学習できません。この種類のモデルではエラーで止まります。",
    remedy: () => "network_train_unet_only を有効にするか、cache_text_encoder_outputs を外してください。",
  },
  cachedT5Trained: {
    title: "キャッシュと T5 の学習は両立しない",
    message: () => "train_t5xxl で T5 を学習する設定ですが、その出力をキャッシュしています。エラーで止まります。",
    remedy: () => "network_args の train_t5xxl か、cache_text_encoder_outputs を外してください。",
  },
  cachedTextLumina: {
    title: "キャッシュ後はキャプションが変わらない",
    message: ({ options }) =>
      `Text Encoder の出力をキャッシュするので、${options}は効きません。Lumina では警告も出ません。`,
    remedy: ({ options }) => `${options}を使うなら、cache_text_encoder_outputs を外してください。`,
  },
  cachedLatentsChange: {
    title: "キャッシュした画像は変えられない",
    message: ({ options }) =>
      `latent をキャッシュするので、画像を毎回変えることはできません。${options}があるとエラーで止まります。`,
    remedy: ({ options }) => `cache_latents か、${options}を外してください。`,
  },
  fullFp16Precision: {
    title: "full_fp16 には精度設定 fp16 が必要",
    message: ({ precision }) => `full_fp16 が有効ですが、mixed_precision が「${precision}」です。エラーで止まります。`,
    remedy: () => "mixed_precision を fp16 にするか、full_fp16 を外してください。",
  },
  fullBf16Precision: {
    title: "full_bf16 には精度設定 bf16 が必要",
    message: ({ precision }) => `full_bf16 が有効ですが、mixed_precision が「${precision}」です。エラーで止まります。`,
    remedy: () => "mixed_precision を bf16 にするか、full_bf16 を外してください。",
  },
  fp8Precision: {
    title: "fp8 には mixed_precision が必要",
    message: () => "ベースモデルを fp8 で持つ設定ですが、mixed_precision が no です。エラーで止まります。",
    remedy: () => "mixed_precision を bf16 か fp16 にしてください。",
  },
  fp8Ignored: {
    title: "この fp8 設定は非対応",
    message: () =>
      "この種類のモデルの学習スクリプトは、この fp8 設定に対応していません。メモリの節約は期待できません。",
    remedy: () => "外してください。HunyuanImage では fp8_scaled を使います。",
  },
  adaptiveNoiseAlone: {
    title: "adaptive_noise_scale には noise_offset が必要",
    message: () =>
      "adaptive_noise_scale はノイズオフセットを調整するものですが、noise_offset がありません。エラーで止まります。",
    remedy: () => "noise_offset を設定するか、adaptive_noise_scale を空欄にしてください。",
  },
  scaledLossWithoutV: {
    title: "v-prediction 専用の設定",
    message: () => "scale_v_pred_loss_like_noise_pred が v_parameterization なしで有効です。エラーで止まります。",
    remedy: () => "v-prediction のベースモデルなら v_parameterization を有効に、そうでなければこれを外してください。",
  },
  vLikeLossWithV: {
    title: "v-prediction では使えない設定",
    message: () => "v_pred_like_loss はノイズ予測モデル用ですが、v_parameterization が有効です。エラーで止まります。",
    remedy: () => "v_pred_like_loss を 0 にするか、v_parameterization を外してください。",
  },
  swapWithOffload: {
    title: "ブロックスワップと CPU オフロードは併用不可",
    message: ({ blocks }) =>
      `blocks_to_swap が${blocks}で、cpu_offload_checkpointing も有効です。使えるのはどちらか一方です。`,
    remedy: () => "cpu_offload_checkpointing を外すか、blocks_to_swap を 0 にしてください。",
  },
  unslothWithOffload: {
    title: "オフロードの重複",
    message: ({ other }) => `unsloth_offload_checkpointing は ${other} と併用できません。エラーで止まります。`,
    remedy: () => "どちらか一方にしてください。",
  },
  chromaMask: {
    title: "Chroma には apply_t5_attn_mask が必要",
    message: () => "apply_t5_attn_mask が無効です。Chroma では必須で、エラーで止まります。",
    remedy: () => "apply_t5_attn_mask を有効にしてください。",
  },
  persistentWithoutWorkers: {
    title: "ワーカーがないのに常駐の設定",
    message: () =>
      "データローダーのワーカーを常駐させる設定ですが、ワーカー数（max_data_loader_n_workers）が 0 です。PyTorch のエラーで止まります。",
    remedy: () => "persistent_data_loader_workers を外すか、ワーカーを 1 以上にしてください。",
  },
  huberFlow: {
    title: "このモデルでは使えない huber_schedule",
    message: ({ loss }) =>
      `損失関数${loss}のスケジュールが「snr」（既定値）ですが、この種類のモデルでは使えず、最初のステップで失敗します。`,
    remedy: () => "huber_schedule を constant か exponential にするか、損失関数を l2 にしてください。",
  },
  startsAfterEnd: {
    title: "開始ステップが終了より後",
    message: ({ start, steps }) =>
      `${start}ステップ目から再開する設定ですが、${steps} ステップで終わります。総ステップ数は開始より大きくする必要があります。`,
    remedy: () => "エポック数かステップ数を増やしてください。最初からの通算で数えます。",
  },
  saveEveryZero: {
    title: "保存間隔が 0",
    message: ({ option }) =>
      `${option} が 0 です。学習プログラムはこれで割り算するため、最初のステップかエポックで止まります。`,
    remedy: () => "最後だけ保存するなら空欄にしてください。",
  },
  sdxlV2: {
    title: "SDXL で v2 は使えない",
    message: () => "v2 はベースモデルが Stable Diffusion 2 のときの設定です。SDXL ではエラーで止まります。",
    remedy: () => "v2 を外してください。",
  },
  samplesWithoutPrompts: {
    title: "プロンプトのないサンプル画像",
    message: () =>
      "サンプル画像を生成する設定ですが、プロンプトがありません。最初の生成でエラーになり学習が止まります。",
    remedy: () => "プロンプトを書くか、サンプル画像を無効にしてください。",
  },
  networkArgumentMalformed: {
    title: "ネットワークの引数が読めない",
    message: ({ word }) => `「${word}」は「名前=値」の形ではないため、ValueError で止まります。`,
    remedy: () => "conv_dim=4 のように書いてください。",
  },
  argumentUnknown: {
    title: "知らない引数",
    message: ({ argument }) =>
      `この種類のモデルの学習スクリプトに ${argument} という引数はありません。使い方を表示して止まります。`,
    remedy: () => "直すか、追加パラメータから外してください。",
  },
  argumentIgnored: {
    title: "効果のない引数",
    message: ({ options }) =>
      `この種類のモデルの学習スクリプトは${options}を知りません。設定ファイルの中では黙って無視され、コマンドラインではエラーで止まります。`,
    remedy: () => "学習プログラムが 2026 年 2 月より新しい場合を除き、外してください。",
  },
};
