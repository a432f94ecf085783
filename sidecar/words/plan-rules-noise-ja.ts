import type { PlanRuleWords } from "./plan-rule-values.js";
import type { planRulesNoiseEn } from "./plan-rules-noise-en.js";

export const planRulesNoiseJa: Record<keyof typeof planRulesNoiseEn, PlanRuleWords> = {
  vPredictionMissing: {
    title: "ベースモデルはv-prediction",
    message: () =>
      "ベースモデルはv-prediction用ですが、v_parameterizationが無効です。ベースを打ち消す学習になり、ノイズや灰色の画像になります。",
    remedy: () => "v_parameterizationを有効にしてください。",
  },
  vPredictionUnneeded: {
    title: "ベースモデルはノイズ予測",
    message: () => "v_parameterizationが有効ですが、ベースモデルはノイズ予測です。ノイズや灰色の画像になります。",
    remedy: () => "v_parameterizationを外してください。",
  },
  zeroTerminalMissing: {
    title: "Zero Terminal SNR",
    message: () =>
      "ベースモデルはZero Terminal SNRで学習されていて、深い黒を出せます。zero_terminal_snrなしで学習すると、黒が灰色に引き戻されます。",
    remedy: () => "zero_terminal_snrを有効にしてください。",
  },
  zeroTerminalWithoutV: {
    title: "v-predictionなしのZero Terminal SNR",
    message: () =>
      "zero_terminal_snrが有効で、v_parameterizationが無効です。最後の段階が完全なノイズになり、ノイズ予測では学習できません。学習プログラムも警告します。",
    remedy: () => "zero_terminal_snrを外すか、v-predictionのベースモデルならv_parameterizationを有効にしてください。",
  },
  lossWeightFlow: {
    title: "この種類のモデルでは効果なし",
    message: ({ options }) =>
      `${options}はノイズ予測モデルの損失を調整するものです。フローマッチングのモデルでは無視されます。`,
    remedy: ({ options }) => `${options}を外してください。`,
  },
  noiseOffsetFlow: {
    title: "この種類のモデルでは効果なし",
    message: ({ options }) =>
      `${options}はStable Diffusionのノイズを変えるものです。フローマッチングのモデルでは無視されます。`,
    remedy: ({ options }) => `${options}を外してください。`,
  },
  noiseOffsetLarge: {
    title: "ノイズオフセットが大きい",
    message: ({ offset }) =>
      `ノイズオフセット${offset}では明るさが大きく動きます。SD1.5では0.05がよく使われ、SDXLは0.0357で作られています。`,
    remedy: () => "0.05ほどに下げるか、外してください。",
  },
  noiseTwice: {
    title: "ノイズの二重設定",
    message: () =>
      "noise_offsetとmultires noiseが両方有効です。同じ役割のものが重なります。学習プログラムはエラーにしません。",
    remedy: () => "どちらか一方にしてください。",
  },
  minSnrUnusual: {
    title: "min_snr_gammaが特殊な値",
    message: ({ gamma }) =>
      `min_snr_gammaが${gamma}です。論文は5、kohya-colabはSDXLで8です。大きく外れると、効かないか効きすぎます。`,
    remedy: () => "5にするか、外してください。",
  },
  chromaGuidance: {
    title: "Chromaのガイダンス",
    message: ({ guidance }) =>
      `guidance_scaleが${guidance}です。Chromaにはガイダンスが組み込まれていないので、0にします。`,
    remedy: () => "guidance_scaleを0にしてください。",
  },
  fluxGuidance: {
    title: "FLUXのガイダンス",
    message: ({ guidance }) =>
      `guidance_scaleが${guidance}です（既定値は3.5）。公式ガイドでは、FLUX.1 devの学習には1.0を指定します。`,
    remedy: () => "guidance_scaleを1にしてください。",
  },
  fluxPrediction: {
    title: "model_prediction_type",
    message: ({ prediction }) =>
      `model_prediction_typeが${prediction}です（既定値はsigma_scaled）。公式ガイドの推奨はrawです。`,
    remedy: () => "model_prediction_typeをrawにしてください。",
  },
};
