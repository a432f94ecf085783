import { words } from "../../state/look.js";
import { defaultFor, draft, isChanged, plan, problems, setArgument } from "../../state/plan.js";
import { asText, byName, readable, spoken } from "../../state/plan-catalog.js";
import { frontId } from "../../state/plan-fields.js";
import { reasonWords, ruleWords } from "../../state/plan-words.js";
import { ParameterInput } from "./ParameterInput.js";

/** What a field holds when nothing is said, in words. */
export function defaultWords(name: string): string {
  const { plan: said } = words.value;
  const value = defaultFor(name);
  if (value === null) return said.noDefault;
  return said.byDefault(typeof value === "boolean" ? (value ? said.on : said.off) : asText(value));
}

/** Why some numbers are what they are, as the proposal has it. */
export function Reasons({ of }: { of: readonly string[] }) {
  const reasons = draft.value?.reasons.filter(({ argument }) => of.includes(argument)) ?? [];
  if (reasons.length === 0) return null;
  return <p class="muted plan-why">{reasons.map(reasonWords).join(" ")}</p>;
}

/** What is wrong with a field, in short. */
export function FieldProblems({ name }: { name: string }) {
  return (
    <>
      {problems.value
        // What is merely good to know is told below.
        .filter(({ argument, severity }) => argument === name && severity !== "note")
        .map((problem) => {
          const { title, message } = ruleWords(problem);
          return (
            <small key={problem.rule} class={problem.severity === "error" ? "red" : "amber"} title={message}>
              {title || message}
            </small>
          );
        })}
    </>
  );
}

/** One of the few fields that matter: value, why, default, and the way back to it. */
export function Field({ name }: { name: string }) {
  const { plan: said } = words.value;
  const parameter = byName.value.get(name);
  if (!parameter || !plan.value) return null;
  const id = frontId(name);
  const reason = draft.value?.reasons.find(({ argument }) => argument === name);
  const changed = isChanged(name);
  const byDefault = defaultFor(name);
  const back = typeof byDefault === "boolean" ? (byDefault ? said.on : said.off) : asText(byDefault);
  return (
    <div class={changed ? "plan-field changed" : "plan-field"}>
      <div class="plan-field-head">
        <label for={id} title={spoken(parameter)}>
          {readable(name)}
        </label>
        {changed && (
          <button
            type="button"
            class="quiet small plan-back"
            aria-label={said.backToDefaultOf(readable(name), back)}
            title={`${said.backToDefault} (${defaultWords(name)})`}
            onClick={() => setArgument(name, null)}
          >
            <span aria-hidden="true">↺</span>
            <span>{back}</span>
          </button>
        )}
      </div>
      <ParameterInput id={id} parameter={parameter} describedBy={`${id}-sentence`} />
      <p id={`${id}-sentence`} class="plan-sentence">
        {spoken(parameter)} <span class="muted">{defaultWords(name)}</span>
      </p>
      {reason && <small class="muted">{reasonWords(reason)}</small>}
      <FieldProblems name={name} />
    </div>
  );
}
