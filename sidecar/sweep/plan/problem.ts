import { sweepPlanProblemsEn } from "../../words/sweep-plan-problems-en.js";
import type { SweepProblem } from "./resolved-sweep.js";

export type PlanProblemCode = keyof typeof sweepPlanProblemsEn;

/** What is only worth knowing; anything else hinders the drawing. */
const warnings: ReadonlySet<PlanProblemCode> = new Set<PlanProblemCode>([
  "familyNotKnown",
  "rehearsalLora",
  "sameContent",
  "sameWeights",
  "triggerMissing",
  "promptNamesTraits",
  "fewSeeds",
  "noTrigger",
  "denoisingWithoutHires",
  "needleMissingSome",
  "otherLora",
  "longTime",
  "trainingRuns",
]);

/** A problem with its sentences in English; the page words it by code and values. */
export function problemOf(code: PlanProblemCode, values: SweepProblem["values"] = {}): SweepProblem {
  const { message, remedy } = sweepPlanProblemsEn[code];
  const severity = warnings.has(code) ? "warning" : "error";
  return { code, severity, values, message: message(values), remedy: remedy(values) };
}
