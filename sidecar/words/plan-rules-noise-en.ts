import type { PlanRuleWords } from "./plan-rule-values.js";

/** What is predicted, noise and loss. */
export const planRulesNoiseEn = {
  vPredictionMissing: {
    title: "The base model predicts v",
    message: () =>
      "The base model is made for v-prediction, but v_parameterization is off: the LoRA would learn to undo its base and give noise or grey.",
    remedy: () => "Turn v_parameterization on.",
  },
  vPredictionUnneeded: {
    title: "The base model predicts noise",
    message: () => "v_parameterization is on, but the base model predicts noise: the LoRA would give noise or grey.",
    remedy: () => "Turn v_parameterization off.",
  },
  zeroTerminalMissing: {
    title: "Zero terminal SNR",
    message: () =>
      "The base model was trained with zero terminal SNR, which gives its deep blacks; without zero_terminal_snr the LoRA pulls them back to grey.",
    remedy: () => "Turn zero_terminal_snr on.",
  },
  zeroTerminalWithoutV: {
    title: "Zero terminal SNR without v-prediction",
    message: () =>
      "zero_terminal_snr is on and v_parameterization off. The last step is then pure noise, from which noise cannot be told; the trainer warns of it.",
    remedy: () => "Turn zero_terminal_snr off, or v_parameterization on if the base model predicts v.",
  },
  lossWeightFlow: {
    title: "No effect on this kind of model",
    message: ({ options }) =>
      `${options} weights the loss of models that predict noise; for flow-matching models the trainer takes no notice of it.`,
    remedy: ({ options }) => `Leave out ${options}.`,
  },
  noiseOffsetFlow: {
    title: "No effect on this kind of model",
    message: ({ options }) =>
      `${options} changes the noise of Stable Diffusion; for flow-matching models the trainer takes no notice of it.`,
    remedy: ({ options }) => `Leave out ${options}.`,
  },
  noiseOffsetLarge: {
    title: "Large noise offset",
    message: ({ offset }) =>
      `A noise offset of ${offset} shifts brightness a lot. 0.05 is common for Stable Diffusion 1.5, and 0.0357 is what SDXL was made with.`,
    remedy: () => "Lower it to 0.05, or leave it out.",
  },
  noiseTwice: {
    title: "Two kinds of noise",
    message: () =>
      "noise_offset and multires noise are both on. They do the same job and add up; the trainer no longer refuses that.",
    remedy: () => "Keep one of the two.",
  },
  minSnrUnusual: {
    title: "Unusual min_snr_gamma",
    message: ({ gamma }) =>
      `min_snr_gamma is ${gamma}. Its paper takes 5; kohya-colab 8 for SDXL; far from these it does little or too much.`,
    remedy: () => "Set it to 5, or leave it out.",
  },
  chromaGuidance: {
    title: "Guidance for Chroma",
    message: ({ guidance }) => `guidance_scale is ${guidance}; Chroma has no guidance built in and wants 0.`,
    remedy: () => "Set guidance_scale to 0.",
  },
  fluxGuidance: {
    title: "Guidance for FLUX",
    message: ({ guidance }) =>
      `guidance_scale is ${guidance} (the trainer's default is 3.5); its guide says to train FLUX.1 dev with 1.0.`,
    remedy: () => "Set guidance_scale to 1.",
  },
  fluxPrediction: {
    title: "model_prediction_type",
    message: ({ prediction }) =>
      `model_prediction_type is ${prediction} (the trainer's default is sigma_scaled); its guide recommends raw.`,
    remedy: () => "Set model_prediction_type to raw.",
  },
} satisfies Record<string, PlanRuleWords>;
