import type { Words } from "../../words/en.js";
import type { ReportWords } from "../../words/report-en.js";
import type { CheckProblem } from "./report-facts.js";

/** Sentences of one language: the page's own, and those of the report. */
export interface Language {
  all: Words;
  own: ReportWords;
}

type Values = Readonly<Record<string, string | number>>;
type Sentence = (values: Values) => string;

/** Why a sweep says what it says; a reason of another version in English. */
export function reasonIn(
  { all }: Language,
  { code, values, sentence }: { code: string; values: Values; sentence: string },
): string {
  const known: Readonly<Record<string, Sentence>> = all.sweep.reasonWords;
  return known[code]?.(values) ?? sentence;
}

/** What the check found, as above. */
export function problemIn({ all }: Language, { kind, values, message, remedy }: CheckProblem) {
  const problems: Record<string, { title: string; message: Sentence; remedy: string }> = all.check.problems;
  const known = problems[kind];
  return known
    ? { title: known.title, message: known.message(values), remedy: known.remedy }
    : { title: kind, message, remedy };
}

/** Why a number of the plan is what it is, as above. */
export function planReasonIn(
  { all }: Language,
  { reason, message, values }: { reason: string; message: string; values: Values },
): string {
  const reasons: Readonly<Record<string, Sentence>> = all.plan.reasons;
  const { preset } = values;
  const named = typeof preset === "string" ? { ...values, preset: all.plan.presetNames[preset] ?? preset } : values;
  return reasons[reason]?.(named) ?? message;
}

interface Told {
  title: string;
  message: Sentence;
  remedy: Sentence;
}

/** What the planning rules found, as above. */
export function ruleIn(
  { all }: Language,
  { rule, message, remedy, values }: { rule: string; message: string; remedy: string; values: Values },
) {
  const rules: Readonly<Record<string, Told>> = all.plan.rules;
  const known = rules[rule];
  return known
    ? { title: known.title, message: known.message(values), remedy: known.remedy(values) }
    : { title: "", message, remedy };
}

/** Why a run ended as it did, as above; null where there is nothing to say. */
export function causeIn(
  { all }: Language,
  verdict: { cause: string | null; values: Values; message: string; remedy: string } | null,
) {
  if (verdict === null || verdict.cause === null) return null;
  const causes: Readonly<Record<string, Told>> = all.training.causes;
  const known = causes[verdict.cause];
  return known
    ? { title: known.title, message: known.message(verdict.values), remedy: known.remedy(verdict.values) }
    : { title: "", message: verdict.message, remedy: verdict.remedy };
}

export const spokenTag = (tag: string): string => tag.replaceAll("_", " ");
export const lastPart = (path: string): string => path.split(/[\\/]/).filter(Boolean).at(-1) ?? path;
