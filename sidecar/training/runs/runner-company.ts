import type { Settings } from "../../host/settings/settings.js";
import type { GpuHandOver } from "../../webui/gpu-hand-over.js";
import type { AwayRuns } from "../away/away-runs.js";
import { isAway, type RunProgress, type RunRecord } from "./run-record.js";

/** Whom the runner works with. */
export interface RunnerCompany {
  settings: Settings;
  /** Runs that other machines train. */
  away: AwayRuns;
  handOver: Pick<GpuHandOver, "hold" | "letGo" | "state">;
  /** What is done with the files of a run that has succeeded; one that fails does not undo the success. */
  whenSucceeded(run: RunRecord, progress: RunProgress): Promise<void>;
}

/** A stand-in needs no graphics card, a run on another machine none of this one. */
export const needsCard = ({ meant }: RunRecord): boolean => meant.trainer.kind === "sd-scripts" && !isAway(meant);
