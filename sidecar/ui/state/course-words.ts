import type { Course, CourseQuestion } from "./course.js";
import { errorWords } from "./error-words.js";
import { words } from "./look.js";

type Values = Readonly<Record<string, string | number>>;
type Told = NonNullable<Course["steps"][number]["told"]>;

/** What a step did or does, in the page's language; that of a newer sidecar in English. */
export function toldWords({ code, values, sentence }: Told): string {
  const known: Readonly<Record<string, (values: Values) => string>> = words.value.course.told;
  return known[code]?.(values) ?? sentence;
}

interface Worded {
  message: string;
  remedy: string;
}

type Sentences = Readonly<
  Record<string, { message: (values: Values) => string; remedy: string | ((values: Values) => string) } | undefined>
>;

/** What stands in the way, as the page of that room words it. */
export function causeWords({
  kind,
  code,
  values,
  message,
  remedy,
  said,
}: NonNullable<CourseQuestion["cause"]>): Worded {
  if (kind === "error" || kind === "webui") {
    const worded = errorWords({ code, message, hint: remedy, said });
    return { message: worded.message, remedy: worded.hint };
  }
  if (kind === "evidence") {
    const reasons: Readonly<Record<string, (values: Values) => string>> = words.value.sweep.reasonWords;
    return { message: reasons[code]?.(values) ?? message, remedy };
  }
  const { training, plan, check, sweep } = words.value;
  const rules: Sentences = { ...plan.rules, ...training.preflight };
  const rooms: Record<string, Sentences> = {
    rule: rules,
    check: check.problems,
    run: training.causes,
    sweep: sweep.problemWords,
  };
  const known = rooms[kind]?.[code];
  if (known === undefined) return { message, remedy };
  return {
    message: known.message(values),
    remedy: typeof known.remedy === "string" ? known.remedy : known.remedy(values),
  };
}

interface QuestionWords {
  ask: string;
  why: string;
}

export function questionWords({ code, values, ask, why }: CourseQuestion): QuestionWords {
  const all: Readonly<Record<string, { ask(values: Values): string; why(values: Values): string } | undefined>> =
    words.value.course.questions;
  const known = all[code];
  return known === undefined ? { ask, why } : { ask: known.ask(values), why: known.why(values) };
}

type Answer = CourseQuestion["answers"][number];

export function answerWords({ key, label, outcome }: Answer): { label: string; outcome: string } {
  const known: Readonly<Record<string, { label: string; outcome: string } | undefined>> = words.value.course.answers;
  return known[key] ?? { label, outcome };
}
