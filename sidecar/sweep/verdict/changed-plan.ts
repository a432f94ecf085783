import type { Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import type { PlanLength, TrainingPlan } from "../../planning/plan.js";
import { wireOfPlan } from "../../planning/wire-plan.js";
import type { NextPlan } from "./next-plan.js";

/** The length of a plan for so many steps, told the way it was told before: in epochs where it was, at least one. */
function lengthOf({ by }: PlanLength, steps: number, perEpoch: number): PlanLength {
  if (by === "steps" || perEpoch < 1) return { by: "steps", value: steps };
  return { by, value: Math.max(1, Math.round(steps / perEpoch)) };
}

/**
 * The run's plan with what the sweep says to change; captions and repeats of single pictures are the user's to change and
 * only told.
 * @throws StudioError "notFound" without a run, or when there is nothing to change
 */
export function changedPlan(
  trained: { plan: TrainingPlan; perEpoch: number } | null,
  next: NextPlan | null,
): Result<"sweep/nextPlan"> {
  if (!trained) {
    throw new StudioError(
      "notFound",
      "These files come from no training run here, so there is no plan to change.",
      "Sweep the files of a run, or change your plan by the report's own words.",
    );
  }
  if (!next) {
    throw new StudioError("notFound", "The sweep shows nothing to change in the plan.", "Use what it recommends.");
  }
  const { plan, perEpoch } = trained;
  const length = next.steps === null ? plan.length : lengthOf(plan.length, next.steps, perEpoch);
  return { plan: wireOfPlan({ ...plan, length }), changes: next.changes.map(({ reason }) => reason) };
}
