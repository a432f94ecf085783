import type { PlanProblem } from "../../../../protocol/generated/methods.js";
import { words } from "../../state/look.js";
import { readable } from "../../state/plan-catalog.js";
import { goToField } from "../../state/plan-fields.js";
import { preflight } from "../../state/training-start.js";
import { preflightWords } from "../../state/training-words.js";

const tones = { error: "red", warning: "amber", note: "muted" } as const;
// More warnings than these are folded.
const WARNINGS_SHOWN = 2;

function Finding({ problem }: { problem: PlanProblem }) {
  const { plan: said, training } = words.value;
  const { title, message, remedy } = preflightWords(problem, preflight.value?.real.trainer ?? null);
  const { argument, severity } = problem;
  const names: Record<string, string> = said.places;
  return (
    <li class={`plan-problem ${severity}`}>
      <p>
        <strong class={tones[severity]}>
          {said.severities[severity]}
          {title && `: ${title}`}
        </strong>
      </p>
      <p>{message}</p>
      {remedy && <p class="muted">{remedy}</p>}
      {argument !== null && (
        <p class="plan-problem-foot">
          <button type="button" class="small" onClick={() => goToField(argument)}>
            {training.change(names[argument] ?? readable(argument))}
          </button>
        </p>
      )}
    </li>
  );
}

function List({ of }: { of: PlanProblem[] }) {
  return (
    <ul class="plan-problems">
      {of.map((problem, index) => (
        <Finding key={`${problem.rule} ${index}`} problem={problem} />
      ))}
    </ul>
  );
}

/** What speaks against a start, the gravest first; what the planning room merely finds good to know stays there. */
export function Findings() {
  const { training: said } = words.value;
  const problems = preflight.value?.real.problems ?? [];
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  const open = warnings.length <= WARNINGS_SHOWN && errors.length === 0;
  const shown = open ? warnings : errors;
  return (
    <>
      {shown.length > 0 && <List of={shown} />}
      {!open && warnings.length > 0 && (
        <details class="train-fold">
          <summary class="amber">{said.allFindings(warnings.length)}</summary>
          <List of={warnings} />
        </details>
      )}
    </>
  );
}
