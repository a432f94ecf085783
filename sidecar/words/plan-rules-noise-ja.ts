import type { PlanRuleWords } from "./plan-rule-values.js";
import type { planRulesNoiseEn } from "./plan-rules-noise-en.js";

export const planRulesNoiseJa: Record<keyof typeof planRulesNoiseEn, PlanRuleWords> = {
  vPredictionMissing: {
    title: "ベースモデルは v-prediction",
    message: () =>
      "ベースモデルは v-prediction 用ですが、v_parameterization が無効です。ベースを打ち消す学習になり、ノイズや灰色の画像になります。",
    remedy: () => "v_parameterization を有効にしてください。",
  },
  vPredictionUnneeded: {
    title: "ベースモデルはノイズ予測",
    message: () => "v_parameterization が有効ですが、ベースモデルはノイズ予測です。ノイズや灰色の画像になります。",
    remedy: () => "v_parameterization を外してください。",
  },
  zeroTerminalMissing: {
    title: "Zero Terminal SNR",
    message: () =>
      "ベースモデルは Zero Terminal SNR で学習されていて、深い黒を出せます。zero_terminal_snr なしで学習すると、黒が灰色に引き戻されます。",
    remedy: () => "zero_terminal_snr を有効にしてください。",
  },
  zeroTerminalWithoutV: {
    title: "v-prediction なしの Zero Terminal SNR",
    message: () =>
      "zero_terminal_snr が有効で、v_parameterization が無効です。最後の段階が完全なノイズになり、ノイズ予測では学習できません。学習プログラムも警告します。",
    remedy: () =>
      "zero_terminal_snr を外すか、v-prediction のベースモデルなら v_parameterization を有効にしてください。",
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
      `${options}は Stable Diffusion のノイズを変えるものです。フローマッチングのモデルでは無視されます。`,
    remedy: ({ options }) => `${options}を外してください。`,
  },
  noiseOffsetLarge: {
    title: "ノイズオフセットが大きい",
    message: ({ offset }) =>
      `ノイズオフセット ${offset} では明るさが大きく動きます。SD1.5 では 0.05 がよく使われ、SDXL は 0.0357 で作られています。`,
    remedy: () => "0.05 ほどに下げるか、外してください。",
  },
  noiseTwice: {
    title: "ノイズの二重設定",
    message: () =>
      "noise_offset と multires noise が両方有効です。同じ役割のものが重なります。学習プログラムはエラーにしません。",
    remedy: () => "どちらか一方にしてください。",
  },
  minSnrUnusual: {
    title: "min_snr_gamma が特殊な値",
    message: ({ gamma }) =>
      `min_snr_gamma が${gamma}です。論文は 5、kohya-colab は SDXL で 8 です。大きく外れると、効かないか効きすぎます。`,
    remedy: () => "5 にするか、外してください。",
  },
  chromaGuidance: {
    title: "Chroma のガイダンス",
    message: ({ guidance }) =>
      `guidance_scale が${guidance}です。Chroma にはガイダンスが組み込まれていないので、0 にします。`,
    remedy: () => "guidance_scale を 0 にしてください。",
  },
  fluxGuidance: {
    title: "FLUX のガイダンス",
    message: ({ guidance }) =>
      `guidance_scale が${guidance}です（既定値は 3.5）。公式ガイドでは、FLUX.1 dev の学習には 1.0 を指定します。`,
    remedy: () => "guidance_scale を 1 にしてください。",
  },
  fluxPrediction: {
    title: "model_prediction_type",
    message: ({ prediction }) =>
      `model_prediction_type が${prediction}です（既定値は sigma_scaled）。公式ガイドの推奨は raw です。`,
    remedy: () => "model_prediction_type を raw にしてください。",
  },
};
