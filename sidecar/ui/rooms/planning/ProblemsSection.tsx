import type { PlanProblem } from "../../../../protocol/generated/methods.js";
import { words } from "../../state/look.js";
import { examined, problems } from "../../state/plan.js";
import { readable } from "../../state/plan-catalog.js";
import { goToField } from "../../state/plan-fields.js";
import { ruleWords } from "../../state/plan-words.js";

const tones = { error: "red", warning: "amber", note: "muted" } as const;

function Finding({ problem }: { problem: PlanProblem }) {
  const { plan: said } = words.value;
  const { title, message, remedy } = ruleWords(problem);
  const { argument, severity, likelihood, source } = problem;
  const names: Record<string, string> = said.places;
  return (
    <li class={`plan-problem ${severity}`}>
      <p>
        <strong class={tones[severity]}>
          {said.severities[severity]}
          {title && `: ${title}`}
        </strong>{" "}
        {severity === "warning" && <span class="plan-tag">{said.likelihoods[likelihood]}</span>}
      </p>
      <p>{message}</p>
      {remedy && <p class="muted">{remedy}</p>}
      <p class="plan-problem-foot">
        {argument !== null && (
          <button type="button" class="small" onClick={() => goToField(argument)}>
            {said.goTo(names[argument] ?? readable(argument))}
          </button>
        )}
        {source && <small class="muted">{said.source(source)}</small>}
      </p>
    </li>
  );
}

function Findings({ of }: { of: PlanProblem[] }) {
  return (
    <ul class="plan-problems">
      {of.map((problem, index) => (
        <Finding key={`${problem.rule} ${index}`} problem={problem} />
      ))}
    </ul>
  );
}

/** What could go wrong, the gravest first; what is merely good to know is folded. */
export function ProblemsSection() {
  const { plan: said } = words.value;
  if (examined.value === null) return null;
  const grave = problems.value.filter(({ severity }) => severity !== "note");
  const notes = problems.value.filter(({ severity }) => severity === "note");
  return (
    <section aria-labelledby="plan-wrong" class="plan-section">
      <h2 id="plan-wrong">{said.wrong}</h2>
      {grave.length === 0 ? <p class="green">{said.nothingWrong}</p> : <Findings of={grave} />}
      {notes.length > 0 && (
        <details class="plan-notes">
          <summary>{said.goodToKnow(notes.length)}</summary>
          <Findings of={notes} />
        </details>
      )}
    </section>
  );
}
