import { found, isFamily, isFlow } from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

/** Families where the base model is of the one or the other kind, and the trainer is told which. */
const toldPrediction = (context: RuleContext): boolean => isFamily(context, "sd15", "sd2", "sdxl");

/** sd-scripts' own default of 3.5 is for pictures that are made, not for training. */
const guidance = (name: "chromaGuidance" | "fluxGuidance", family: "chroma" | "flux", wanted: number): Rule => ({
  name,
  severity: "warning",
  argument: "guidance_scale",
  sources: ["fluxGuide"],
  likelihood: "likely",
  check(context) {
    const given = context.number("guidance_scale");
    return found(isFamily(context, family) && given !== wanted, { guidance: given });
  },
});

export const noiseRules: readonly Rule[] = [
  {
    name: "vPredictionMissing",
    severity: "warning",
    argument: "v_parameterization",
    sources: ["trainer", "zeroTerminal"],
    likelihood: "certain",
    check: (context) =>
      found(
        toldPrediction(context) && context.facts.baseModel?.prediction === "v" && !context.flag("v_parameterization"),
      ),
  },
  {
    name: "vPredictionUnneeded",
    severity: "warning",
    argument: "v_parameterization",
    sources: ["trainer"],
    likelihood: "certain",
    check: (context) =>
      found(
        toldPrediction(context) &&
          context.facts.baseModel?.prediction === "epsilon" &&
          context.flag("v_parameterization"),
      ),
  },
  {
    name: "zeroTerminalMissing",
    severity: "warning",
    argument: "zero_terminal_snr",
    sources: ["zeroTerminal"],
    likelihood: "likely",
    check: (context) =>
      found(
        toldPrediction(context) &&
          context.facts.baseModel?.zeroTerminalSnr === true &&
          !context.flag("zero_terminal_snr"),
      ),
  },
  {
    name: "zeroTerminalWithoutV",
    severity: "warning",
    argument: "zero_terminal_snr",
    sources: ["trainUtil", "zeroTerminal"],
    likelihood: "likely",
    check: (context) => found(context.flag("zero_terminal_snr") && !context.flag("v_parameterization")),
  },
  {
    name: "lossWeightFlow",
    severity: "warning",
    argument: "min_snr_gamma",
    sources: ["fluxTrainer", "sd3Trainer", "luminaTrainer", "hunyuanTrainer", "animaTrainer"],
    likelihood: "certain",
    check(context) {
      const options = ["min_snr_gamma", "v_pred_like_loss"].filter((name) => context.number(name) !== 0);
      if (context.flag("debiased_estimation_loss")) options.push("debiased_estimation_loss");
      return found(isFlow(context) && options.length > 0, { options: options.join(", ") });
    },
  },
  {
    name: "noiseOffsetFlow",
    severity: "warning",
    argument: "noise_offset",
    sources: ["fluxTrainer", "sd3Trainer", "luminaTrainer", "hunyuanTrainer", "animaTrainer"],
    likelihood: "certain",
    check(context) {
      const options = ["noise_offset", "multires_noise_iterations"].filter((name) => context.number(name) !== 0);
      return found(isFlow(context) && options.length > 0, { options: options.join(", ") });
    },
  },
  {
    name: "noiseOffsetLarge",
    severity: "warning",
    argument: "noise_offset",
    sources: ["advancedGuide", "kohyaPresets"],
    check(context) {
      const offset = context.number("noise_offset");
      return found(!isFlow(context) && offset > 0.1, { offset });
    },
  },
  {
    name: "noiseTwice",
    severity: "warning",
    argument: "multires_noise_iterations",
    sources: ["trainUtil"],
    check: (context) =>
      found(
        !isFlow(context) && context.number("noise_offset") !== 0 && context.number("multires_noise_iterations") !== 0,
      ),
  },
  {
    name: "minSnrUnusual",
    severity: "note",
    argument: "min_snr_gamma",
    sources: ["minSnr", "kohyaColab"],
    check(context) {
      const gamma = context.number("min_snr_gamma");
      return found(!isFlow(context) && gamma !== 0 && (gamma < 1 || gamma > 20), { gamma });
    },
  },
  guidance("chromaGuidance", "chroma", 0),
  guidance("fluxGuidance", "flux", 1),
  {
    name: "fluxPrediction",
    severity: "warning",
    argument: "model_prediction_type",
    sources: ["fluxGuide"],
    check(context) {
      const prediction = context.text("model_prediction_type") || "sigma_scaled";
      return found(isFamily(context, "flux", "chroma") && prediction !== "raw", { prediction });
    },
  },
];
