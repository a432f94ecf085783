import { trainingCausesDataJa } from "./training-causes-data-ja.js";
import type { TrainingCausesWords } from "./training-causes-en.js";
import { trainingCausesMachineJa } from "./training-causes-machine-ja.js";
import { trainingCausesResultJa } from "./training-causes-result-ja.js";
import { trainingCausesSettingsJa } from "./training-causes-settings-ja.js";

/** Sentences of the causes, by name: what happened, and what to do. */
export const trainingCausesJa: TrainingCausesWords = {
  ...trainingCausesMachineJa,
  ...trainingCausesDataJa,
  ...trainingCausesSettingsJa,
  ...trainingCausesResultJa,
};
