import { pictures } from "./counts-en.js";
import { of, type PlanRuleWords, rate } from "./plan-rule-values.js";

/** Rank, alpha and text encoder. */
export const planRulesNetworkEn = {
  dimLarge: {
    title: "Large rank",
    message: (values) =>
      `Rank ${values.dim} holds far more than ${of(values, "pictures") ? `${pictures(of(values, "pictures"))} can` : "one subject can"} tell: the file grows, and so does the danger of learning pictures by heart. 16 is ample for 20 pictures, says the article; other guides 8 to 32.`,
    remedy: () => "Try 16 or 32.",
  },
  dimDefault: {
    title: "No rank set",
    message: ({ dim }) => `No rank is set, so the trainer takes ${dim}: little room for a character with outfits.`,
    remedy: () => "Set it; 16 is usual.",
  },
  alphaAboveDim: {
    title: "Alpha above the rank",
    message: ({ alpha, dim, scale }) =>
      `Alpha ${alpha} over rank ${dim} multiplies what is learnt by ${scale}. That is like a higher learning rate and soon breaks pictures.`,
    remedy: ({ dim }) => `Set alpha to ${dim}, or half of it, and raise the learning rate if you need more.`,
  },
  alphaZero: {
    title: "Alpha 0 means the rank",
    message: ({ dim }) => `The trainer takes an alpha of 0 as the rank, ${dim}.`,
    remedy: () => "Set it to what you mean.",
  },
  alphaScale: {
    title: "Small alpha",
    message: ({ alpha, dim, scale }) =>
      `Alpha ${alpha} over rank ${dim} multiplies what is learnt by ${scale}, so that the weights must grow larger. The article takes 1, against underflow; the trainer's guide advises half the rank or the rank itself, at a lower learning rate.`,
    remedy: () => "Either works; when you change alpha, the learning rate wants to change the other way.",
  },
  alphaTiny: {
    title: "Tiny alpha",
    message: ({ alpha, dim, scale }) =>
      `Alpha ${alpha} over rank ${dim} multiplies what is learnt by only ${scale}: at usual learning rates little comes of it.`,
    remedy: () => "Raise alpha, lower the rank, or raise the learning rate up to ten times.",
  },
  alphaUnderflow: {
    title: "Underflow in fp16",
    message: ({ alpha, dim }) =>
      `full_fp16 keeps weights in fp16, and alpha ${alpha} at rank ${dim} keeps them small: the smallest changes are rounded to 0. A smaller alpha guards against that.`,
    remedy: () => "Turn full_fp16 off, or set alpha to 1.",
  },
  dropoutHigh: {
    title: "Strong dropout",
    message: ({ percent }) => `${percent} % of the network is left out in each step; it then learns little.`,
    remedy: () => "0.1 to 0.3 are tried against overfitting.",
  },
  textEncoderRateHigh: {
    title: "Text encoder faster than the U-Net",
    message: (values) =>
      `The text encoder's rate ${rate(of(values, "textEncoder"))} is above the U-Net's ${rate(of(values, "unet"))}. It overfits first, and then prompts lose their meaning; the trainer's guide advises less than the U-Net's.`,
    remedy: () => "A half to a fifth of the U-Net's rate is usual.",
  },
  textEncoderRateSame: {
    title: "One rate for text encoder and U-Net",
    message: (values) =>
      `Both learn at ${rate(of(values, "rate"))}, as the article does it. The trainer's guide and common presets give the text encoder less: a half, or a fifth.`,
    remedy: () => "If prompts stop being followed, lower the text encoder's rate.",
  },
  textEncoderRatesIgnored: {
    title: "More rates than text encoders",
    message: ({ given, read }) =>
      `${given} rates for text encoders are given; this network reads ${read}, and passes over the rest.`,
    remedy: () => "Leave out the rest.",
  },
  unetLeftOut: {
    title: "The U-Net does not learn",
    message: () =>
      "The U-Net's learning rate is 0, so only the text encoder is trained: new looks are hardly learnt that way.",
    remedy: () => "Empty the U-Net's learning rate, and the common one holds.",
  },
  textEncoderOnly: {
    title: "Only the text encoder",
    message: () => "Only the text encoder is trained: it can give words a new sense, but hardly a new look.",
    remedy: () => "Turn network_train_text_encoder_only off unless you mean it.",
  },
  sdxlTextEncoder: {
    title: "SDXL's text encoders are trained",
    message: (values) =>
      `SDXL has two text encoders, here at ${rate(of(values, "rate"))}. The trainer's guide highly recommends the U-Net only, as results are hard to foresee; other guides train them at 1e-5 to 6e-5.`,
    remedy: () => "Turn on network_train_unet_only, or set the text encoder's rate to 1e-5.",
  },
  unetOnlyTrigger: {
    title: "U-Net only",
    message: () =>
      "The text encoder is not trained, so the U-Net alone must learn what the trigger means. The article trains both.",
    remedy: () => "If the trigger hardly works, train the text encoder too, at a half of the rate.",
  },
  clipSkipUnused: {
    title: "Clip skip does not fit here",
    message: ({ skip }) =>
      `Clip skip is ${skip}. SDXL's script does not use it, and for Stable Diffusion 2 it is not foreseen; the trainer warns of both.`,
    remedy: () => "Empty it; it belongs to Stable Diffusion 1.5 anime models.",
  },
} satisfies Record<string, PlanRuleWords>;
