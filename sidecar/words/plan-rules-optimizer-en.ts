import type { PlanRuleWords } from "./plan-rule-values.js";

/** Optimizer and scheduler: what the trainer refuses. */
export const planRulesOptimizerEn = {
  adafactorSchedulerOtherOptimizer: {
    title: "The Adafactor scheduler needs the Adafactor optimizer",
    message: ({ optimizer }) =>
      `The scheduler is Adafactor, the optimizer ${optimizer}. The two only work together; the trainer stops with an error once the model is loaded.`,
    remedy: () => "Choose Adafactor as the optimizer, or another scheduler such as cosine.",
  },
  adafactorWarmup: {
    title: "Adafactor takes no warm-up",
    message: ({ warmup }) =>
      `Adafactor finds its own learning rate here and its scheduler takes no warm-up; with ${warmup} steps of it the trainer stops with an error. Kohya's GUI asks for 10 % unless told otherwise.`,
    remedy: () => "Set the warm-up to 0.",
  },
  adafactorSchedulerFixedRate: {
    title: "The Adafactor scheduler without relative_step",
    message: () =>
      "relative_step=False gives Adafactor a fixed learning rate, but the Adafactor scheduler is for the other case: the trainer stops with an IndexError.",
    remedy: () =>
      "Choose constant_with_warmup as the scheduler, or take relative_step=False out of the optimizer's arguments.",
  },
  constantWarmup: {
    title: "This scheduler takes no warm-up",
    message: ({ scheduler, warmup }) =>
      `The scheduler ${scheduler} takes no warm-up; with ${warmup} steps of it the trainer stops with an error.`,
    remedy: () => "Set the warm-up to 0, or choose constant_with_warmup.",
  },
  schedulerUnknown: {
    title: "Unknown scheduler",
    message: ({ scheduler }) => `The trainer knows no scheduler “${scheduler}”.`,
    remedy: () =>
      "Choose one of constant, constant_with_warmup, linear, cosine, cosine_with_restarts, polynomial, inverse_sqrt, cosine_with_min_lr, warmup_stable_decay, piecewise_constant, adafactor.",
  },
  optimizerUnknown: {
    title: "Unknown optimizer",
    message: ({ optimizer }) =>
      `The trainer knows no optimizer “${optimizer}”. It then looks in PyTorch, where small and capital letters count, and finds none either.`,
    remedy: () =>
      "Correct the name. One from another library is written with its module, such as bitsandbytes.optim.AdEMAMix8bit.",
  },
  optimizerTwice: {
    title: "Two optimizers",
    message: ({ options }) => `The optimizer is chosen more than once: ${options}. The trainer refuses that.`,
    remedy: () => "Keep optimizer_type and take the old flags out.",
  },
  optimizerArgumentMalformed: {
    title: "An optimizer argument is not readable",
    message: ({ word }) => `“${word}” is no name=value with a Python value, so the trainer stops with a ValueError.`,
    remedy: () => "Write it like weight_decay=0.01, betas=0.9,0.99 or relative_step=False (with a capital).",
  },
  schedulerArgumentMalformed: {
    title: "A scheduler argument is not readable",
    message: ({ word }) => `“${word}” is no name=value with a Python value, so the trainer stops with a ValueError.`,
    remedy: () => "Write it like T_max=100.",
  },
  fusedBackwardOptimizer: {
    title: "Fused backward pass needs Adafactor",
    message: ({ optimizer }) => `fused_backward_pass works with Adafactor only; the optimizer is ${optimizer}.`,
    remedy: () => "Turn fused_backward_pass off, or choose Adafactor.",
  },
  fusedBackwardAccumulation: {
    title: "Fused backward pass and accumulation",
    message: ({ accumulation }) =>
      `fused_backward_pass does not work together with gradient accumulation, which is ${accumulation}.`,
    remedy: () => "Set gradient_accumulation_steps to 1, or turn fused_backward_pass off.",
  },
  nothingLearns: {
    title: "Nothing would learn",
    message: () =>
      "Neither the U-Net nor the text encoder has a learning rate above 0. The trainer leaves out what has none and stops, as nothing is left.",
    remedy: () => "Set the learning rate, for example 1e-4.",
  },
} satisfies Record<string, PlanRuleWords>;
