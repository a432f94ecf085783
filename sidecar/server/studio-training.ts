import type { Settings } from "../host/settings/settings.js";
import type { Database } from "../store/database.js";
import type { AwayRuns } from "../training/away/away-runs.js";
import { createBoards } from "../training/boards/boards.js";
import { createCurveStore } from "../training/metrics/curve-store.js";
import { publishBySelf } from "../training/results/methods.js";
import { createTrainingRunner } from "../training/runs/runner.js";
import { trainerChoice } from "../training/trainer/trainer-choice.js";
import type { GpuHandOver } from "../webui/gpu-hand-over.js";
import type { WebuiLinks } from "../webui/webui-links.js";

interface Given {
  database: Database;
  stateFolder: string;
  settings: Settings;
  webuis: WebuiLinks;
  away: AwayRuns;
  handOver: GpuHandOver;
}

/** What trains, here and elsewhere, and what is shown of it. */
export function studioTraining({ database, stateFolder, settings, webuis, away, handOver }: Given) {
  const runner = createTrainingRunner(database, stateFolder, {
    away,
    handOver,
    settings,
    whenSucceeded: (run, progress) => publishBySelf(run, progress, { database, settings, webuis }),
  });
  const boards = createBoards();
  return {
    ...{ runner, away, boards, curves: createCurveStore(), trainers: trainerChoice(settings, stateFolder) },
    close: async (): Promise<void> => void (await Promise.all([runner.close(), boards.close()])),
  };
}
