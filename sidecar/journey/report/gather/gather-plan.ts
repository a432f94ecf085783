import { familyNamed } from "../../../planning/families.js";
import { planOfWire, wireOfPlan } from "../../../planning/wire-plan.js";
import type { RunRecord } from "../../../training/runs/run-record.js";
import type { PlanFacts } from "../report-facts.js";
import { orNothing, type ReportSource } from "./report-source.js";

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The plan that was trained, else the latest one that was made, with the reasons it was proposed with. */
export async function gatherPlan(
  { call, story, signal }: ReportSource,
  shown: RunRecord | null,
): Promise<PlanFacts | null> {
  const named = shown === null ? story.plans : story.plans.filter(({ name }) => name === shown.meant.plan.name);
  const [listed] = named.length > 0 ? named : story.plans;
  const stored = listed ? await orNothing(call("planning/get", { id: listed.id }, signal), signal) : null;
  const plan = shown?.meant.plan ?? (stored ? planOfWire(stored.plan) : null);
  if (plan === null) return null;
  const concept = shown?.meant.concept ?? stored?.concept;
  const asked = { plan: wireOfPlan(plan), ...(concept && { concept }) };
  const examined = await orNothing(call("planning/examine", asked, signal), signal);
  // Reasons of another plan hold where it says the same.
  const reasons = (stored?.reasons ?? []).filter(
    ({ argument }) =>
      shown === null || same(stored?.plan.arguments[argument] ?? null, shown.meant.plan.arguments[argument] ?? null),
  );
  return {
    plan,
    familyTitle: familyNamed(plan.family).title,
    steps: shown?.meant.steps ?? examined?.steps?.exact ?? null,
    epochs: shown?.meant.epochs ?? examined?.steps?.epochs ?? null,
    reasons,
    // Its own files, by now.
    problems: (examined?.problems ?? []).filter(({ rule }) => shown === null || rule !== "overwritten"),
  };
}
