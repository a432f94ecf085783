import type { Settings } from "../../host/settings/settings.js";
import type { GpuHandOver } from "../../webui/gpu-hand-over.js";
import type { RunProgress, RunRecord } from "./run-record.js";

/** Whom the runner works with. */
export interface RunnerCompany {
  settings: Settings;
  handOver: Pick<GpuHandOver, "hold" | "letGo" | "state">;
  /** What is done with the files of a run that has succeeded; one that fails does not undo the success. */
  whenSucceeded(run: RunRecord, progress: RunProgress): Promise<void>;
}

/** A stand-in needs no graphics card. */
export const needsCard = ({ meant }: RunRecord): boolean => meant.trainer.kind === "sd-scripts";
