import type { CheckProblem } from "./check.js";
import { words } from "./look.js";

/** A problem's words in the page's language; those of a newer sidecar in English. */
export function problemWords({ kind, message, remedy, values }: CheckProblem) {
  const problems: Record<
    string,
    { title: string; message: (values: CheckProblem["values"]) => string; remedy: string }
  > = words.value.check.problems;
  const known = problems[kind];
  return known
    ? { title: known.title, message: known.message(values), remedy: known.remedy }
    : { title: kind, message, remedy };
}
