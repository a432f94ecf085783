import { inGroup, parameter } from "./define.js";
import type { Parameter } from "./parameter.js";

/** How errors are counted. */
export const loss: readonly Parameter[] = inGroup("loss", [
  parameter("loss_type", "choice", "v0.8.6", {
    en: "How differences are counted: l2 is usual, the others mind single bad pictures less.",
    ja: "誤差の計算方法で、通常は l2、他は外れ画像の影響を受けにくい。",
    default: "l2",
    choices: ["l1", "l2", "huber", "smooth_l1"],
  }),
  parameter("huber_schedule", "choice", "v0.8.6", {
    en: "How the threshold of huber and smooth_l1 changes with the timestep; snr, the default, ends with an error on flow models.",
    ja: "huber と smooth_l1 のしきい値をタイムステップでどう変えるか（既定の snr はフロー系モデルではエラーになる）。",
    default: "snr",
    choices: ["constant", "exponential", "snr"],
  }),
  parameter("huber_c", "number", "v0.8.6", {
    en: "Threshold of huber and smooth_l1 from which differences count less.",
    ja: "huber と smooth_l1 で、誤差を弱く数え始めるしきい値。",
    default: 0.1,
    least: 0,
  }),
  parameter("huber_scale", "number", "v0.10.0", {
    en: "Factor of the threshold of huber and smooth_l1, for the constant and exponential schedules.",
    ja: "huber と smooth_l1 のしきい値に掛ける倍率（huber_schedule が constant か exponential の場合）。",
    default: 1,
    least: 0,
  }),
  parameter("min_snr_gamma", "number", "v0.5.3", {
    en: "Lowers the weight of timesteps with little noise, which steadies training, usually 5; SD1.5, SD2 and SDXL only.",
    ja: "ノイズの少ないタイムステップの重みを下げて学習を安定させる（通常は 5、SD1.5・SD2・SDXL のみ）。",
    least: 0,
    source: "library/custom_train_functions.py",
  }),
  parameter("debiased_estimation_loss", "flag", "v0.7.1", {
    en: "Weights the loss by the noise so that composition counts more; SD1.5, SD2 and SDXL only.",
    ja: "ノイズ量に応じて loss に重みを付け、構図をより重視する（SD1.5・SD2・SDXL のみ）。",
    source: "library/custom_train_functions.py",
  }),
  parameter("scale_v_pred_loss_like_noise_pred", "flag", "v0.6.5", {
    en: "Scales the loss of v-prediction as that of noise prediction, which minds details more; needs `v_parameterization`.",
    ja: "v-pred の loss をノイズ予測と同じ大きさに揃え、細部を学習しやすくする（v_parameterization が必要）。",
    source: "library/custom_train_functions.py",
  }),
  parameter("v_pred_like_loss", "number", "v0.7.0", {
    en: "Adds this share of a v-prediction-like loss to noise prediction; cannot be combined with `v_parameterization`.",
    ja: "ノイズ予測の loss に v-pred 風の loss をこの割合で足す（v_parameterization とは併用不可）。",
    least: 0,
    source: "library/custom_train_functions.py",
  }),
  parameter("masked_loss", "flag", "v0.8.6", {
    en: "Counts only what the mask pictures named in the dataset TOML, or transparency, leave free.",
    ja: "データセット設定 TOML のマスク画像や透明度に従って、見える部分だけを loss に数える。",
  }),
  parameter("prior_loss_weight", "number", "v0.2.0", {
    en: "How much regularisation pictures count against training pictures.",
    ja: "教師画像に対する正則化画像の loss の重み。",
    default: 1,
    least: 0,
  }),
]);
