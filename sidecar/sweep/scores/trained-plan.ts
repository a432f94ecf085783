import { basename, dirname } from "node:path";
import { repeatsOf } from "../../dataset/scan.js";
import type { TrainingPlan } from "../../planning/plan.js";
import type { Database } from "../../store/database.js";
import { oneRun } from "../../training/runs/run-table.js";
import type { RepeatedFolder } from "../verdict/more-repeats.js";
import type { TrainedPlan } from "../verdict/next-plan.js";
import type { SweepToScore } from "./gather-evidence.js";

/** The plan that a sweep's run was made by, and what the next one is reckoned from. */
export interface RunsPlan {
  plan: TrainingPlan;
  /** Steps of an epoch. */
  perEpoch: number;
  told: TrainedPlan;
}

/** Folders of the pictures that a run learnt from, with the repeats of its plan or else of their names. */
function foldersOf({ datasets }: TrainingPlan, training: SweepToScore["training"]): RepeatedFolder[] {
  const counts = new Map<string, number>();
  for (const { path, heldOut } of training) {
    if (!heldOut) counts.set(dirname(path), (counts.get(dirname(path)) ?? 0) + 1);
  }
  const planned = new Map(
    datasets?.flatMap(({ subsets }) => subsets.filter((one) => !one.regularisation).map((one) => [one.folder, one])),
  );
  return [...counts].flatMap(([folder, pictures]): RepeatedFolder[] => {
    const repeats = datasets === null ? repeatsOf(basename(folder)) : planned.get(folder)?.repeats;
    return repeats ? [{ folder, repeats, pictures, named: datasets === null }] : [];
  });
}

/** Null for a sweep of files that no run here made. */
export function trainedPlanOf(database: Database, { sweep, resolved, training }: SweepToScore): RunsPlan | null {
  if (sweep.settings.run === null) return null;
  const { meant } = oneRun(database, sweep.settings.run);
  const stepByPath = new Map(sweep.facts.candidates.map(({ path, step }) => [path, step]));
  const rows = resolved.axes.find(({ id }) => id === "lora")?.values ?? [];
  const stepOf = rows.map(({ path }) => (path === undefined ? null : (stepByPath.get(path) ?? null)));
  const folders = foldersOf(meant.plan, training);
  return { plan: meant.plan, perEpoch: meant.perEpoch, told: { steps: meant.steps, stepOf, folders } };
}
