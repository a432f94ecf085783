import { known, type TrainingCauseWords } from "./training-cause-values.js";

/** What the trainer was told. */
export const trainingCausesSettingsEn = {
  badArgument: {
    title: "Option not understood",
    message: (values) =>
      `The trainer does not accept ${known(values, "argument", (argument) => argument, "an option")}, or misses it.`,
    remedy: () =>
      "Take it out of the additional arguments; this version of the trainer may be older or newer than the option.",
  },
  badValue: {
    title: "Value not understood",
    message: (values) =>
      `The trainer refuses the value of ${known(values, "argument", (argument) => argument, "an option")}${known(values, "reason", (reason) => `: ${reason}`)}.`,
    remedy: () => "Correct the value in the plan.",
  },
  badConfig: {
    title: "Configuration file refused",
    message: (values) =>
      `The trainer does not accept the configuration file${known(values, "reason", (reason) => `: ${reason}`)}.`,
    remedy: () => "Correct what it names, or let the plan write the file again.",
  },
  minBucket: {
    title: "Smallest bucket above the resolution",
    message: () => "The smallest bucket side (min_bucket_reso) is larger than the resolution's short side.",
    remedy: () => "Lower min_bucket_reso, or raise the resolution.",
  },
  maxBucket: {
    title: "Largest bucket below the resolution",
    message: () => "The largest bucket side (max_bucket_reso) is smaller than the resolution's long side.",
    remedy: () => "Raise max_bucket_reso; 2048 is common.",
  },
  schedulerNeedsAdafactor: {
    title: "Scheduler needs Adafactor",
    message: () => "The scheduler adafactor works only with the optimizer Adafactor.",
    remedy: () => "Choose Adafactor, or another scheduler such as cosine.",
  },
  adafactorScheduler: {
    title: "Adafactor without its own steps",
    message: () => "The scheduler adafactor was used while relative_step is off; the trainer cannot do that.",
    remedy: () => "Take constant_with_warmup, or set relative_step=True.",
  },
  warmupUnwanted: {
    title: "Scheduler without warm-up",
    message: (values) =>
      `The scheduler ${known(values, "scheduler", (name) => name, "chosen")} accepts no warm-up steps.`,
    remedy: () => "Set the warm-up steps to 0, or take constant_with_warmup.",
  },
  unknownOptimizer: {
    title: "Optimizer unknown",
    message: (values) => `There is no optimizer ${known(values, "optimizer", (name) => name, "of that name")}.`,
    remedy: () => "Check its spelling, capitals too; those of other packages are written package.Name.",
  },
  optimizerArguments: {
    title: "Optimizer arguments refused",
    message: (values) =>
      `The optimizer does not accept ${known(values, "argument", (argument) => argument, "its arguments")}${known(values, "reason", (reason) => `: ${reason}`)}.`,
    remedy: () => "Correct optimizer_args: name=value, words in quotes.",
  },
  unknownScheduler: {
    title: "Scheduler unknown",
    message: (values) => `There is no scheduler ${known(values, "scheduler", (name) => name, "of that name")}.`,
    remedy: () => "Choose another one; an old transformers package knows fewer.",
  },
  settingsConflict: {
    title: "Settings exclude one another",
    message: (values) => `The trainer refuses these settings${known(values, "text", (text) => `: ${text}`)}.`,
    remedy: () => "Change what it names.",
  },
} satisfies Record<string, TrainingCauseWords>;
