import type { Methods, PlanProblem, PlanReason, PlanSteps } from "../../../protocol/generated/methods.js";
import { words } from "./look.js";

type Values = Record<string, string | number>;
type Sentence = (values: Values) => string;

/** A problem in the page's language; that of a newer sidecar in English. */
export function ruleWords({ rule, message, remedy, values }: PlanProblem) {
  const rules: Record<string, { title: string; message: Sentence; remedy: Sentence }> = words.value.plan.rules;
  const known = rules[rule];
  return known
    ? { title: known.title, message: known.message(values), remedy: known.remedy(values) }
    : { title: "", message, remedy };
}

/** Why a field holds what it holds. */
export function reasonWords({ reason, message, values }: PlanReason): string {
  const reasons: Record<string, Sentence> = words.value.plan.reasons;
  const { presetNames } = words.value.plan;
  const { preset } = values;
  const named = typeof preset === "string" ? { ...values, preset: presetNames[preset] ?? preset } : values;
  return reasons[reason]?.(named) ?? message;
}

/** Why the trainer's steps differ from the simple sum. */
export function differenceWords({ kind, before, after, message }: PlanSteps["differences"][number]): string {
  const steps: Record<string, (before: number, after: number) => string> = words.value.plan.steps;
  return steps[kind]?.(before, after) ?? message;
}

/** Why a format cannot hold something. */
export function exportWords({ reason, message }: Methods["planning/export"]["result"]["differences"][number]): string {
  const exchange: Record<string, string> = words.value.plan.exchange;
  return exchange[reason] ?? message;
}
