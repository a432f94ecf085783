import type { PlanRuleWords } from "./plan-rule-values.js";
import type { planRulesCombinationsEn } from "./plan-rules-combinations-en.js";

export const planRulesCombinationsJa: Record<keyof typeof planRulesCombinationsEn, PlanRuleWords> = {
  cachedTextChanges: {
    title: "キャッシュしたキャプションは変えられない",
    message: ({ options }) =>
      `Text Encoderの出力をキャッシュするので、キャプションを毎回変えることはできません。${options}があるとエラーで止まります。`,
    remedy: ({ options }) => `cache_text_encoder_outputsか、${options}を外してください。`,
  },
  cachedTextTrained: {
    title: "キャッシュとText Encoderの学習は両立しない",
    message: () =>
      "Text Encoderの出力をキャッシュすると、Text Encoderは学習できません。この種類のモデルではエラーで止まります。",
    remedy: () => "network_train_unet_onlyを有効にするか、cache_text_encoder_outputsを外してください。",
  },
  cachedT5Trained: {
    title: "キャッシュとT5の学習は両立しない",
    message: () => "train_t5xxlでT5を学習する設定ですが、その出力をキャッシュしています。エラーで止まります。",
    remedy: () => "network_argsのtrain_t5xxlか、cache_text_encoder_outputsを外してください。",
  },
  cachedTextLumina: {
    title: "キャッシュ後はキャプションが変わらない",
    message: ({ options }) =>
      `Text Encoderの出力をキャッシュするので、${options}は効きません。Luminaでは警告も出ません。`,
    remedy: ({ options }) => `${options}を使うなら、cache_text_encoder_outputsを外してください。`,
  },
  cachedLatentsChange: {
    title: "キャッシュした画像は変えられない",
    message: ({ options }) =>
      `latentをキャッシュするので、画像を毎回変えることはできません。${options}があるとエラーで止まります。`,
    remedy: ({ options }) => `cache_latentsか、${options}を外してください。`,
  },
  fullFp16Precision: {
    title: "full_fp16には精度設定fp16が必要",
    message: ({ precision }) => `full_fp16が有効ですが、mixed_precisionが「${precision}」です。エラーで止まります。`,
    remedy: () => "mixed_precisionをfp16にするか、full_fp16を外してください。",
  },
  fullBf16Precision: {
    title: "full_bf16には精度設定bf16が必要",
    message: ({ precision }) => `full_bf16が有効ですが、mixed_precisionが「${precision}」です。エラーで止まります。`,
    remedy: () => "mixed_precisionをbf16にするか、full_bf16を外してください。",
  },
  fp8Precision: {
    title: "fp8にはmixed_precisionが必要",
    message: () => "ベースモデルをfp8で持つ設定ですが、mixed_precisionがnoです。エラーで止まります。",
    remedy: () => "mixed_precisionをbf16かfp16にしてください。",
  },
  fp8Ignored: {
    title: "このfp8設定は非対応",
    message: () => "この種類のモデルの学習スクリプトは、このfp8設定に対応していません。メモリの節約は期待できません。",
    remedy: () => "外してください。HunyuanImageではfp8_scaledを使います。",
  },
  adaptiveNoiseAlone: {
    title: "adaptive_noise_scaleにはnoise_offsetが必要",
    message: () =>
      "adaptive_noise_scaleはノイズオフセットを調整するものですが、noise_offsetがありません。エラーで止まります。",
    remedy: () => "noise_offsetを設定するか、adaptive_noise_scaleを空欄にしてください。",
  },
  scaledLossWithoutV: {
    title: "v-prediction専用の設定",
    message: () => "scale_v_pred_loss_like_noise_predがv_parameterizationなしで有効です。エラーで止まります。",
    remedy: () => "v-predictionのベースモデルならv_parameterizationを有効に、そうでなければこれを外してください。",
  },
  vLikeLossWithV: {
    title: "v-predictionでは使えない設定",
    message: () => "v_pred_like_lossはノイズ予測モデル用ですが、v_parameterizationが有効です。エラーで止まります。",
    remedy: () => "v_pred_like_lossを0にするか、v_parameterizationを外してください。",
  },
  swapWithOffload: {
    title: "ブロックスワップとCPUオフロードは併用不可",
    message: ({ blocks }) =>
      `blocks_to_swapが${blocks}で、cpu_offload_checkpointingも有効です。使えるのはどちらか一方です。`,
    remedy: () => "cpu_offload_checkpointingを外すか、blocks_to_swapを0にしてください。",
  },
  unslothWithOffload: {
    title: "オフロードの重複",
    message: ({ other }) => `unsloth_offload_checkpointingは${other}と併用できません。エラーで止まります。`,
    remedy: () => "どちらか一方にしてください。",
  },
  chromaMask: {
    title: "Chromaにはapply_t5_attn_maskが必要",
    message: () => "apply_t5_attn_maskが無効です。Chromaでは必須で、エラーで止まります。",
    remedy: () => "apply_t5_attn_maskを有効にしてください。",
  },
  persistentWithoutWorkers: {
    title: "ワーカーがないのに常駐の設定",
    message: () =>
      "データローダーのワーカーを常駐させる設定ですが、ワーカー数（max_data_loader_n_workers）が0です。PyTorchのエラーで止まります。",
    remedy: () => "persistent_data_loader_workersを外すか、ワーカーを1以上にしてください。",
  },
  huberFlow: {
    title: "このモデルでは使えないhuber_schedule",
    message: ({ loss }) =>
      `損失関数${loss}のスケジュールが「snr」（既定値）ですが、この種類のモデルでは使えず、最初のステップで失敗します。`,
    remedy: () => "huber_scheduleをconstantかexponentialにするか、損失関数をl2にしてください。",
  },
  startsAfterEnd: {
    title: "開始ステップが終了より後",
    message: ({ start, steps }) =>
      `${start}ステップ目から再開する設定ですが、${steps}ステップで終わります。総ステップ数は開始より大きくする必要があります。`,
    remedy: () => "エポック数かステップ数を増やしてください。最初からの通算で数えます。",
  },
  saveEveryZero: {
    title: "保存間隔が0",
    message: ({ option }) =>
      `${option}が0です。学習プログラムはこれで割り算するため、最初のステップかエポックで止まります。`,
    remedy: () => "最後だけ保存するなら空欄にしてください。",
  },
  sdxlV2: {
    title: "SDXLでv2は使えない",
    message: () => "v2はベースモデルがStable Diffusion 2のときの設定です。SDXLではエラーで止まります。",
    remedy: () => "v2を外してください。",
  },
  samplesWithoutPrompts: {
    title: "プロンプトのないサンプル画像",
    message: () =>
      "サンプル画像を生成する設定ですが、プロンプトがありません。最初の生成でエラーになり学習が止まります。",
    remedy: () => "プロンプトを書くか、サンプル画像を無効にしてください。",
  },
  networkArgumentMalformed: {
    title: "ネットワークの引数が読めない",
    message: ({ word }) => `「${word}」は「名前=値」の形ではないため、ValueErrorで止まります。`,
    remedy: () => "conv_dim=4のように書いてください。",
  },
  argumentUnknown: {
    title: "知らない引数",
    message: ({ argument }) =>
      `この種類のモデルの学習スクリプトに${argument}という引数はありません。使い方を表示して止まります。`,
    remedy: () => "直すか、追加パラメータから外してください。",
  },
  argumentIgnored: {
    title: "効果のない引数",
    message: ({ options }) =>
      `この種類のモデルの学習スクリプトは${options}を知りません。設定ファイルの中では黙って無視され、コマンドラインではエラーで止まります。`,
    remedy: () => "学習プログラムが2026年2月より新しい場合を除き、外してください。",
  },
};
