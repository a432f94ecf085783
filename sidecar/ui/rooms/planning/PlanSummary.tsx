import { words } from "../../state/look.js";
import { type Panel, panel } from "../../state/panels.js";
import { countOf, draft, examined, plan, stored } from "../../state/plan.js";
import { titleOfFamily } from "../../state/plan-catalog.js";
import { conflict } from "../../state/plan-save.js";
import { goToStart } from "../../state/training.js";

/** Whether it can start, in a sentence. */
function Verdict() {
  const { plan: said } = words.value;
  if (examined.value === null) return <p class="muted">{said.examining}</p>;
  const [errors, warnings] = [countOf("error"), countOf("warning")];
  const tone = errors > 0 ? "red" : warnings > 0 ? "amber" : "green";
  return <p class={`plan-verdict ${tone}`}>{said.verdict(errors, warnings)}</p>;
}

function Figures() {
  const { plan: said, number } = words.value;
  const found = examined.value;
  if (!found) return null;
  const { seconds, memory } = found.estimate;
  const files = found.files.filter(({ removedAt }) => removedAt === null).length;
  const rows: [string, string][] = [
    [said.stepsTitle, found.steps ? number(found.steps.exact) : said.unknown],
    [said.epochsTitle, found.steps ? number(found.steps.epochs) : said.unknown],
    [said.time, seconds ? said.duration(seconds.low, seconds.high) : said.unknown],
    [said.memory, memory ? said.gibibytes(memory.low, memory.high) : said.unknown],
    [said.filesTitle, found.steps ? number(files) : said.unknown],
  ];
  return (
    <dl class="plan-figures">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd class="figures">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Buttons() {
  const { plan: said, training } = words.value;
  const buttons: [Panel, string][] = [
    ["planOpen", said.openFile],
    ["planExport", said.export],
    ["planCompare", said.compare],
    ["plans", said.plans],
  ];
  return (
    <div class="plan-buttons">
      {plan.value !== null && (
        <button type="button" class="primary" onClick={goToStart}>
          {training.trainIt}
        </button>
      )}
      {buttons
        .filter(([name]) => plan.value !== null || name === "planOpen" || name === "plans")
        .map(([name, title]) => (
          <button type="button" key={name} onClick={() => (panel.value = name)}>
            {title}
          </button>
        ))}
    </div>
  );
}

function Saved() {
  const { plan: said } = words.value;
  const isSaved = draft.value !== null && draft.value === stored.value?.draft;
  if (conflict.value) return <small class="amber">{said.notSaved}</small>;
  return (
    <small class="muted" role="status">
      {isSaved ? said.saved : said.saving}
    </small>
  );
}

/** The plan at a glance, in the right pane. */
export function PlanSummary() {
  const { plan: said } = words.value;
  if (!plan.value) {
    return (
      <>
        <p class="muted">{said.noPlanYet}</p>
        <Buttons />
      </>
    );
  }
  return (
    <div class="plan-summary">
      <h2 class="file-name">{plan.value.name}</h2>
      <p class="muted">{titleOfFamily(plan.value.family)}</p>
      <Verdict />
      <Figures />
      <Buttons />
      <Saved />
    </div>
  );
}

/** The same in one bar, where the right pane is a drawer. */
export function PlanBar() {
  const { plan: said } = words.value;
  const found = examined.value;
  return (
    <div class="plan-bar">
      <div>
        <Verdict />
        <span class="figures">
          {found?.steps && said.barSteps(found.steps.exact, found.steps.epochs)}
          {found?.estimate.seconds && ` · ${said.duration(found.estimate.seconds.low, found.estimate.seconds.high)}`}
          {found?.estimate.memory && ` · ${said.gibibytes(found.estimate.memory.low, found.estimate.memory.high)}`}
        </span>{" "}
        <Saved />
      </div>
      <Buttons />
    </div>
  );
}
