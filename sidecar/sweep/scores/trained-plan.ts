import type { TrainingPlan } from "../../planning/plan.js";
import type { Database } from "../../store/database.js";
import { oneRun } from "../../training/runs/run-table.js";
import type { TrainedPlan } from "../verdict/next-plan.js";
import type { SweepToScore } from "./gather-evidence.js";

/** The plan that a sweep's run was made by, and what the next one is reckoned from. */
export interface RunsPlan {
  plan: TrainingPlan;
  /** Steps of an epoch. */
  perEpoch: number;
  told: TrainedPlan;
}

/** Null for a sweep of files that no run here made. */
export function trainedPlanOf(database: Database, { sweep, resolved }: SweepToScore): RunsPlan | null {
  if (sweep.settings.run === null) return null;
  const { meant } = oneRun(database, sweep.settings.run);
  const stepByPath = new Map(sweep.facts.candidates.map(({ path, step }) => [path, step]));
  const rows = resolved.axes.find(({ id }) => id === "lora")?.values ?? [];
  const stepOf = rows.map(({ path }) => (path === undefined ? null : (stepByPath.get(path) ?? null)));
  return { plan: meant.plan, perEpoch: meant.perEpoch, told: { steps: meant.steps, stepOf } };
}
