import { of, type PlanRuleValues, type PlanRuleWords, rate } from "./plan-rule-values.js";

const range = (values: PlanRuleValues): string => `${rate(of(values, "least"))} to ${rate(of(values, "most"))}`;
const shown = (values: PlanRuleValues, name: string): string => rate(of(values, name));

/** Learning rate, scheduler and how they go with the optimizer. */
export const planRulesRatesEn = {
  rateHigh: {
    title: "High learning rate",
    message: (values) =>
      `${shown(values, "rate")} is high for ${values.optimizer}: ${range(values)} are usual. A rate that is too high burns the picture in, or gives noise.`,
    remedy: (values) => `Begin at ${values.optimizer === "Lion" ? "3e-5" : "the middle of that"}, and compare saves.`,
  },
  rateLow: {
    title: "Low learning rate",
    message: (values) =>
      `${shown(values, "rate")} is low for ${values.optimizer}: ${range(values)} are usual. The trainer's own default, 2e-6, is meant for whole models, not for LoRA.`,
    remedy: () => "1e-4 is the usual start for AdamW and Adafactor.",
  },
  adaptiveRateLow: {
    title: "This optimizer wants a learning rate of about 1",
    message: (values) =>
      `${values.optimizer} finds its own rate and multiplies it by what is set; with ${shown(values, "rate")} it hardly learns. Its authors advise 1; kohya-colab 0.5 to 0.75 for D-Adaptation.`,
    remedy: () => "Set all learning rates to 1; with Prodigy change d_coef instead.",
  },
  adaptiveSeveralRates: {
    title: "Only the first learning rate counts",
    message: (values) =>
      `U-Net ${shown(values, "unet")} and text encoder ${shown(values, "textEncoder")} are set, but Prodigy and D-Adaptation take one rate for all: the trainer uses the first.`,
    remedy: () => "Set one learning rate, 1, and leave the other two empty.",
  },
  adafactorDropsRates: {
    title: "Adafactor finds its own learning rate",
    message: (values) =>
      `With relative_step, Adafactor's default, the learning rates are dropped; ${shown(values, "rate")} is only where its scheduler begins (initial_lr).`,
    remedy: () =>
      "Nothing needs to be done. For a fixed rate set the optimizer's arguments to scale_parameter=False relative_step=False warmup_init=False.",
  },
  adafactorDropsSeparateRates: {
    title: "Separate learning rates are dropped",
    message: (values) =>
      `U-Net ${shown(values, "unet")} and text encoder ${shown(values, "textEncoder")} are set, but Adafactor with relative_step drops both and finds one rate of its own.`,
    remedy: () => "Leave them empty, or give Adafactor a fixed rate with relative_step=False.",
  },
  adafactorReplacesScheduler: {
    title: "The scheduler is replaced",
    message: ({ scheduler }) =>
      `The scheduler ${scheduler} will not be used: with relative_step, Adafactor's default, the trainer puts Adafactor's own in its place.`,
    remedy: () => "Choose the scheduler adafactor, or give Adafactor a fixed rate with relative_step=False.",
  },
  adafactorWarmupInit: {
    title: "warmup_init turns relative_step on",
    message: () =>
      "relative_step=False is set, and warmup_init=True too: the trainer then turns relative_step on again and drops the learning rates.",
    remedy: () => "Set warmup_init=False for a fixed learning rate.",
  },
  adafactorFixedRate: {
    title: "Adafactor with a fixed rate",
    message: ({ norm, scheduler }) =>
      `For Adafactor with a fixed rate the trainer advises max_grad_norm 0 and the scheduler constant_with_warmup; here they are ${norm} and ${scheduler}. It works either way.`,
    remedy: () => "Set max_grad_norm to 0 and the scheduler to constant_with_warmup, with about 100 steps of warm-up.",
  },
  prodigyRestarts: {
    title: "Restarts and self-tuning",
    message: ({ cycles }) =>
      `The scheduler restarts ${cycles} times, which misleads an optimizer that estimates its own rate, says Prodigy plus schedule-free. A preset of kohya_ss combines them all the same.`,
    remedy: () => "Choose cosine or constant.",
  },
  scheduleFreeScheduler: {
    title: "The scheduler is ignored",
    message: ({ scheduler }) =>
      `A schedule-free optimizer takes no scheduler: ${scheduler} and any warm-up are ignored.`,
    remedy: () => "Choose constant without warm-up, so that the plan says what happens.",
  },
  batchAndRate: {
    title: "Learning rate and batch size",
    message: (values) =>
      `A step averages ${values.batch} pictures, and the learning rate is ${shown(values, "rate")}. Some raise the rate along with the batch (twice for a batch of 2), some by its square root, others only train longer.`,
    remedy: () => "If it learns too little, raise the rate to 1.5 or 2 times, or the epochs.",
  },
  loraPlusAdaptive: {
    title: "LoRA+ and a self-tuning optimizer",
    message: () =>
      "LoRA+ gives one half of the network a higher rate, but Prodigy and D-Adaptation take one rate for all; the trainer's author notes that they do not go together.",
    remedy: () => "Take loraplus_… out of the network's arguments, or choose AdamW.",
  },
} satisfies Record<string, PlanRuleWords>;
