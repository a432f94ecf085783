import { numberRules } from "../values/read-numbers.js";
import type { AxisDefinition } from "./axis-definition.js";
import { choiceAxis, field, numberAxis, option, yesNoAxis } from "./define-axis.js";
import { readSizes } from "./size-axis.js";

const anyNumber = numberRules({ minimum: 0, largestStep: "0.5" });

/** Axes of how the picture is drawn. */
export const samplingAxes: readonly AxisDefinition[] = [
  choiceAxis({
    id: "sampler",
    title: "Sampler",
    choices: ({ samplers }) => samplers,
    change: (request, sampler) => ({ ...request, sampler }),
  }),
  choiceAxis({
    id: "scheduler",
    title: "Schedule type",
    choices: ({ schedulers }) => schedulers,
    change: (request, scheduler) => ({ ...request, scheduler }),
  }),
  numberAxis({
    id: "steps",
    title: "Steps",
    rules: numberRules({ whole: true, minimum: 1, maximum: 1000 }),
    change: (request, steps) => ({ ...request, steps }),
  }),
  numberAxis({
    id: "cfg",
    title: "CFG Scale",
    rules: numberRules({ minimum: 0, maximum: 100 }),
    change: (request, cfgScale) => ({ ...request, cfgScale }),
  }),
  numberAxis({
    id: "distilledCfg",
    title: "Distilled CFG Scale",
    rules: numberRules({ minimum: 0, maximum: 100 }),
    change: (request, distilledCfgScale) => ({ ...request, distilledCfgScale }),
  }),
  {
    id: "size",
    title: "Size",
    kind: "size",
    changeWeight: 3,
    note: null,
    choices: () => null,
    read: readSizes,
  },
  numberAxis({
    id: "varSeed",
    title: "Var. seed",
    changeWeight: -4,
    rules: numberRules({ whole: true, minimum: -1, maximum: 2 ** 32 - 1, repeatable: ["-1"] }),
    change: (request, variationSeed) => ({ ...request, variationSeed }),
  }),
  numberAxis({
    id: "varStrength",
    title: "Var. strength",
    changeWeight: -4,
    rules: numberRules({ minimum: 0, maximum: 1, largestStep: "0.25" }),
    change: (request, variationStrength) => ({ ...request, variationStrength }),
  }),
  numberAxis({
    id: "eta",
    title: "Eta",
    rules: numberRules({ minimum: 0, maximum: 1, largestStep: "0.1" }),
    change: (request, eta) => ({ ...request, eta }),
  }),
  ...(
    [
      ["sigmaChurn", "Sigma Churn", "s_churn"],
      ["sigmaMin", "Sigma min", "s_tmin"],
      ["sigmaMax", "Sigma max", "s_tmax"],
      ["sigmaNoise", "Sigma noise", "s_noise"],
      ["negativeGuidance", "Negative Guidance minimum sigma", "s_min_uncond"],
    ] as const
  ).map(([id, title, name]) => numberAxis({ id, title, rules: anyNumber, change: field(name) })),
  ...(
    [
      ["scheduleMin", "Schedule min sigma", "sigma_min"],
      ["scheduleMax", "Schedule max sigma", "sigma_max"],
      ["scheduleRho", "Schedule rho", "rho"],
      ["betaAlpha", "Beta schedule alpha", "beta_dist_alpha"],
      ["betaBeta", "Beta schedule beta", "beta_dist_beta"],
    ] as const
  ).map(([id, title, name]) => numberAxis({ id, title, rules: anyNumber, change: option(name) })),
  numberAxis({
    id: "uniPcOrder",
    title: "UniPC Order",
    rules: numberRules({ whole: true, minimum: 1, maximum: 50 }),
    change: option("uni_pc_order"),
  }),
  ...(
    [
      ["tokenMerging", "Token merging ratio", "token_merging_ratio"],
      ["tokenMergingHires", "Token merging ratio high-res", "token_merging_ratio_hr"],
    ] as const
  ).map(([id, title, name]) =>
    numberAxis({
      id,
      title,
      // The model is patched anew.
      changeWeight: 2,
      rules: numberRules({ minimum: 0, maximum: 0.9, largestStep: "0.1" }),
      change: option(name),
    }),
  ),
  numberAxis({
    id: "skipEarlyCfg",
    title: "Skip Early CFG",
    rules: numberRules({ minimum: 0, maximum: 1, largestStep: "0.1" }),
    change: option("skip_early_cond"),
  }),
  yesNoAxis({
    id: "discardSigma",
    title: "Always discard next-to-last sigma",
    change: option("always_discard_next_to_last_sigma"),
  }),
  yesNoAxis({ id: "sgmNoise", title: "SGM noise multiplier", change: option("sgm_noise_multiplier") }),
  choiceAxis({
    id: "randomSource",
    title: "RNG source",
    choices: () => ["GPU", "CPU", "NV"],
    change: option("randn_source"),
  }),
];
