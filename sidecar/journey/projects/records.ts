import type { TrainingPlan } from "../../planning/plan.js";
import { storedPlans } from "../../planning/stored-plans.js";
import type { Database } from "../../store/database.js";
import { openedFolders } from "../../store/recent-folders.js";
import { listSweeps, type SweepRecord } from "../../sweep/cells/sweep-table.js";
import { type PublishedLora, publishedLoras } from "../../training/results/published-table.js";
import type { MeantRun, RunRecord } from "../../training/runs/run-record.js";
import { allRuns } from "../../training/runs/run-table.js";

/** What the rooms have recorded, of all folders; each list the latest first. */
export interface Records {
  plans: ReturnType<typeof storedPlans>;
  runs: RunRecord[];
  sweeps: SweepRecord[];
  installed: PublishedLora[];
  /** When folders were opened last, in milliseconds since 1970. */
  opened: ReadonlyMap<string, number>;
}

export const recordsOf = (database: Database): Records => ({
  plans: storedPlans(database, null),
  runs: allRuns(database),
  sweeps: listSweeps(database),
  installed: publishedLoras(database),
  opened: openedFolders(database),
});

/** The folders of pictures that a plan names, those of regularisation left out. */
function planFolders(plan: TrainingPlan): string[] {
  if (plan.datasets !== null) {
    const subsets = plan.datasets.flatMap((dataset) => dataset.subsets);
    return subsets.filter(({ regularisation }) => !regularisation).map(({ folder }) => folder);
  }
  const named = plan.arguments.train_data_dir;
  return typeof named === "string" && named !== "" ? [named] : [];
}

/** The folders a run was made from: the one it was planned for, else those its plan names. */
export const runFolders = ({ folder, plan }: MeantRun): string[] => (folder === null ? planFolders(plan) : [folder]);
