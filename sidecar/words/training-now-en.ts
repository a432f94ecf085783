import { count, number } from "./counts-en.js";

/** Sentences about what a run is asked to do at its next step. */
export const trainingNowEn = {
  save: {
    button: "Save now",
    asked: "Asked: it saves at its next step.",
    taken: (step: number) => `Saving at step ${number(step)} …`,
    done: (step: number, _files: number) => `Saved at step ${number(step)}.`,
    planned: (step: number) => `The next save comes at step ${number(step)}.`,
    none: "No further save is planned.",
  },
  sample: {
    button: "Sample now",
    asked: "Asked: it draws samples at its next step.",
    taken: (step: number) => `Drawing the samples of step ${number(step)} …`,
    done: (step: number, files: number) =>
      files === 0
        ? `At step ${number(step)} no picture came; the log says why.`
        : `${count(files, "sample", "samples")} of step ${number(step)}, in the folder “sample” beside the files.`,
    planned: (step: number) => `The next samples come at step ${number(step)}.`,
    none: "No further samples are planned.",
  },
  why: {
    processes: "A run of several processes cannot be asked.",
    trainer: "This version of the trainer cannot be asked.",
    noPrompts: "For samples the plan needs prompts.",
  },
  saveAndStop: "Save now and stop",
};

export type TrainingNowWords = typeof trainingNowEn;
