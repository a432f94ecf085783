import type { TrainingCauseWords } from "./training-cause-values.js";
import { trainingCausesDataEn } from "./training-causes-data-en.js";
import { trainingCausesMachineEn } from "./training-causes-machine-en.js";
import { trainingCausesResultEn } from "./training-causes-result-en.js";
import { trainingCausesSettingsEn } from "./training-causes-settings-en.js";

const causes = {
  ...trainingCausesMachineEn,
  ...trainingCausesDataEn,
  ...trainingCausesSettingsEn,
  ...trainingCausesResultEn,
};

/** Why a training can have ended. */
export type CauseName = keyof typeof causes;

/** Sentences of the causes, by name: what happened, and what to do. */
export const trainingCausesEn: Readonly<Record<CauseName, TrainingCauseWords>> = causes;

export type TrainingCausesWords = typeof trainingCausesEn;
