import { trainingCardsEn } from "./training-cards-en.js";

export type PreflightValues = Readonly<Record<string, string | number>>;

interface PreflightWords {
  title: string;
  message(values: PreflightValues): string;
  remedy(values: PreflightValues): string;
}

/** What the moment before a start shows, by what is wrong. */
export const trainingPreflightEn = {
  trainerMissing: {
    title: "No trainer",
    message: () => "No sd-scripts was found on this machine.",
    remedy: () => "Name its folder, or that of kohya_ss; the Training room tells how to install it.",
  },
  trainerUnusable: {
    title: "The trainer does not work",
    message: (values) => `The trainer in ${values.folder} cannot run: ${values.reason}`,
    remedy: () => "Mend its Python environment, or choose another trainer.",
  },
  scriptMissing: {
    title: "The trainer is too old for this base model",
    message: (values) => `The trainer in ${values.folder} has no ${values.script}.`,
    remedy: () => "Update sd-scripts.",
  },
  accelerateMissing: {
    title: "No accelerate",
    message: () => "Several processes are wanted, and the trainer's Python has no accelerate beside it.",
    remedy: () => "Install accelerate there, or train with one process.",
  },
  argumentRefused: {
    title: "The trainer refuses an argument",
    message: (values) => `The trainer's own parser says: ${values.message}`,
    remedy: () => "Correct it in the plan, or update the trainer.",
  },
  argumentsUnknown: {
    title: "Arguments that the trainer passes over",
    message: (values) => `This trainer does not know ${values.names}; it passes over them without a word.`,
    remedy: () => "Take them out of the plan, or update the trainer.",
  },
  memoryTaken: {
    title: "The GPU's memory is taken",
    message: (values) => `${values.free} GiB of the GPU's memory are free, and this plan takes about ${values.wanted}.`,
    remedy: () => "End what else uses the GPU, such as a WebUI with a model loaded.",
  },
  filesThere: {
    title: "Files would be written over",
    message: (values) =>
      `${values.count} files of these names are in ${values.folder} already, such as ${values.first}.`,
    remedy: () => "Choose another name for the LoRA, or let the run have the next free one.",
  },
  ...trainingCardsEn,
} satisfies Record<string, PreflightWords>;

export type PreflightName = keyof typeof trainingPreflightEn;
export type TrainingPreflightWords = Record<PreflightName, PreflightWords>;
