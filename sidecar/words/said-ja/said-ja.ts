import { captionsSaidJa } from "./captions.js";
import { cudaSaidJa } from "./cuda.js";
import { datasetSaidJa } from "./dataset.js";
import { datasetFilesSaidJa } from "./dataset-files.js";
import { hostSaidJa } from "./host.js";
import { journeySaidJa } from "./journey.js";
import { lineageSaidJa } from "./lineage.js";
import { loraFilesSaidJa } from "./lora-files.js";
import { machineListSaidJa } from "./machine-list.js";
import { machinesSaidJa } from "./machines.js";
import { planningSaidJa } from "./planning.js";
import { serverSaidJa } from "./server.js";
import { settingsSaidJa } from "./settings.js";
import { storeSaidJa } from "./store.js";
import { sweepSaidJa } from "./sweep.js";
import { sweepExportSaidJa } from "./sweep-export.js";
import { taggingSaidJa } from "./tagging.js";
import { trainingSaidJa } from "./training.js";
import { trainingAwaySaidJa } from "./training-away.js";
import { trainingSeriesSaidJa } from "./training-series.js";
import { trainingToolsSaidJa } from "./training-tools.js";
import { visitorsSaidJa } from "./visitors.js";
import { webuiSaidJa } from "./webui.js";

/** Japanese for every sentence that the machine says, by its English pattern; places keep their names. */
export const saidJa = {
  ...captionsSaidJa,
  ...cudaSaidJa,
  ...datasetSaidJa,
  ...hostSaidJa,
  ...journeySaidJa,
  ...lineageSaidJa,
  ...loraFilesSaidJa,
  ...machineListSaidJa,
  ...machinesSaidJa,
  ...planningSaidJa,
  ...serverSaidJa,
  ...settingsSaidJa,
  ...storeSaidJa,
  ...sweepSaidJa,
  ...taggingSaidJa,
  ...trainingSaidJa,
  ...trainingToolsSaidJa,
  ...visitorsSaidJa,
  ...webuiSaidJa,
  ...datasetFilesSaidJa,
  ...sweepExportSaidJa,
  ...trainingSeriesSaidJa,
  ...trainingAwaySaidJa,
};
