import { adamW, pictures } from "../plan-context.js";
import { familySettings, type RuleExamples, settings } from "./example.js";

const fixedRate = ["scale_parameter=False", "relative_step=False", "warmup_init=False"];
const one = [[{ sizes: pictures(1), repeats: 1 }]];
const constant = { optimizer_type: "AdamW8bit", lr_scheduler: "constant" };

export const stepExamples: RuleExamples = {
  overfitting: {
    fires: { folders: one, length: { by: "epochs", value: 20_000 }, arguments: { ...constant, learning_rate: 1e-6 } },
    spares: {},
  },
  underfitting: {
    fires: { folders: one, length: { by: "epochs", value: 5 }, arguments: { ...constant, learning_rate: 1e-2 } },
    spares: {},
  },
  stepsFew: {
    fires: { arguments: adamW, length: { by: "epochs", value: 7 } },
    spares: { arguments: adamW, length: { by: "epochs", value: 8 } },
  },
  stepsMany: { fires: { length: { by: "epochs", value: 41 } }, spares: { length: { by: "epochs", value: 40 } } },
  stepsDisagree: {
    // 2,400 pictures shown suit neither both nor none.
    fires: { length: { by: "epochs", value: 12 } },
    spares: { length: { by: "epochs", value: 20 } },
  },
  adafactorSlow: {
    fires: { length: { by: "epochs", value: 20 } },
    spares: { length: { by: "epochs", value: 20 }, arguments: adamW },
  },
  manyPictures: { fires: { folders: [[{ sizes: pictures(101) }]] }, spares: { folders: [[{ sizes: pictures(100) }]] } },
  fewShowings: {
    fires: { folders: [[{ sizes: pictures(500), repeats: 1 }]], length: { by: "epochs", value: 4 } },
    spares: { folders: [[{ sizes: pictures(500), repeats: 1 }]], length: { by: "epochs", value: 5 } },
  },
  kohyaEpochs: {
    fires: {
      arguments: { train_batch_size: 8, enable_bucket: true },
      folders: [[{ sizes: [...pictures(19), [900, 600]] }]],
      length: { by: "kohyaEpochs", value: 1000 },
    },
    spares: { length: { by: "kohyaEpochs", value: 35 } },
  },
  warmupTooLong: settings({ ...adamW, lr_warmup_steps: 4000 }, { ...adamW, lr_warmup_steps: 0.1 }),
  trainingTime: {
    fires: {},
    spares: { arguments: { resolution: "1024" }, folders: [[{ sizes: pictures(20, [1024, 1024]) }]] },
  },
};

export const rateExamples: RuleExamples = {
  rateHigh: settings({ ...adamW, optimizer_type: "Lion", learning_rate: 1e-3 }, { ...adamW, learning_rate: 1e-3 }),
  rateLow: settings({ ...adamW, learning_rate: null }, { learning_rate: null }),
  adaptiveRateLow: settings(
    { ...adamW, optimizer_type: "Prodigy" },
    { ...adamW, optimizer_type: "Prodigy", learning_rate: 1 },
  ),
  adaptiveSeveralRates: settings(
    { ...adamW, optimizer_type: "DAdaptAdam", learning_rate: 1, text_encoder_lr: 0.5 },
    { ...adamW, optimizer_type: "DAdaptAdam", learning_rate: 1, text_encoder_lr: 0 },
  ),
  adafactorDropsRates: settings({}, { optimizer_args: fixedRate, lr_scheduler: "constant" }),
  adafactorDropsSeparateRates: settings({ unet_lr: 1e-4, text_encoder_lr: 5e-5 }, {}),
  adafactorReplacesScheduler: settings({ lr_scheduler: "cosine" }, {}),
  adafactorWarmupInit: settings(
    { optimizer_args: ["relative_step=False", "warmup_init=True"] },
    { optimizer_args: ["relative_step=True", "warmup_init=True"] },
  ),
  adafactorFixedRate: settings(
    { optimizer_args: fixedRate, lr_scheduler: "cosine" },
    { optimizer_args: fixedRate, lr_scheduler: "constant_with_warmup", max_grad_norm: 0 },
  ),
  prodigyRestarts: settings(
    { optimizer_type: "Prodigy", lr_scheduler: "cosine_with_restarts", lr_scheduler_num_cycles: 3, learning_rate: 1 },
    { optimizer_type: "Prodigy", lr_scheduler: "cosine_with_restarts", learning_rate: 1 },
  ),
  scheduleFreeScheduler: settings(
    { ...adamW, optimizer_type: "AdamWScheduleFree" },
    { ...adamW, optimizer_type: "AdamWScheduleFree", lr_scheduler: "constant" },
  ),
  batchAndRate: settings(
    { ...adamW, train_batch_size: 2, gradient_accumulation_steps: 2 },
    { ...adamW, train_batch_size: 2 },
  ),
  loraPlusAdaptive: settings(
    { ...adamW, optimizer_type: "Prodigy", learning_rate: 1, network_args: ["loraplus_lr_ratio=16"] },
    { ...adamW, network_args: ["loraplus_lr_ratio=16"] },
  ),
};

export const networkExamples: RuleExamples = {
  dimLarge: settings({ network_dim: 64 }, { network_dim: 32 }),
  dimDefault: settings({ network_dim: null }, {}),
  alphaAboveDim: settings({ network_alpha: 17 }, { network_alpha: 16 }),
  alphaZero: settings({ network_alpha: 0 }, { network_alpha: null }),
  alphaScale: settings({}, { network_alpha: 8 }),
  alphaTiny: settings({ network_alpha: 0.1 }, {}),
  alphaUnderflow: settings({ full_fp16: true, network_alpha: 16 }, { full_fp16: true }),
  dropoutHigh: settings({ network_dropout: 0.6 }, { network_dropout: 0.5 }),
};

export const textEncoderExamples: RuleExamples = {
  textEncoderRateHigh: settings({ ...adamW, text_encoder_lr: 2e-4 }, { ...adamW, text_encoder_lr: 5e-5 }),
  textEncoderRateSame: settings(adamW, {}),
  textEncoderRatesIgnored: settings({ ...adamW, text_encoder_lr: [5e-5, 5e-5] }, { ...adamW, text_encoder_lr: [5e-5] }),
  unetLeftOut: settings({ ...adamW, unet_lr: 0 }, { ...adamW, text_encoder_lr: 0 }),
  textEncoderOnly: settings({ ...adamW, network_train_text_encoder_only: true }, adamW),
  sdxlTextEncoder: familySettings("sdxl", {}, { network_train_unet_only: true }),
  unetOnlyTrigger: settings({ network_train_unet_only: true }, {}),
  clipSkipUnused: familySettings("sdxl", { clip_skip: 2 }, { clip_skip: null }),
};
