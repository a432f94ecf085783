import type { PlanReason, TrainingPlan as WirePlan } from "../../../../protocol/generated/methods.js";

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** What a plan says of a reason's subject: an argument, or one of the plan's own words. */
function told({ arguments: given, length, datasets, family }: WirePlan, name: string): unknown {
  if (name === "steps" || name === "epochs") return length;
  if (name === "repeats" || name === "datasets") return datasets;
  if (name === "family") return family;
  return given[name] ?? null;
}

/** Reasons of a stored plan that still hold for what a run was really told: others are about numbers that were changed since. */
export const standingReasons = (
  reasons: readonly PlanReason[],
  { stored, trained }: { stored: WirePlan; trained: WirePlan },
): PlanReason[] => reasons.filter(({ argument }) => same(told(stored, argument), told(trained, argument)));
