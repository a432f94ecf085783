import type { TextCause } from "./cause.js";
import { dataCauses } from "./data-causes.js";
import { machineCauses, spaceCauses } from "./machine-causes.js";
import { modelCauses } from "./model-causes.js";
import { assertionCauses, settingsCauses } from "./settings-causes.js";

/** Causes that the trainer's words tell; the first that fits is it. */
export const textCauses: readonly TextCause[] = [
  ...spaceCauses,
  ...dataCauses,
  ...settingsCauses,
  ...modelCauses,
  ...machineCauses,
  ...assertionCauses,
];
