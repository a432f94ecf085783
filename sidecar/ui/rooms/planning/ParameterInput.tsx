import { useEffect, useLayoutEffect, useState } from "preact/hooks";
import type { PlanArgumentValue } from "../../../../protocol/generated/methods.js";
import { words } from "../../state/look.js";
import { defaultFor, plan, same, setArgument } from "../../state/plan.js";
import { asText, choicesOf, type Parameter } from "../../state/plan-catalog.js";
import { takeFocus } from "../../state/plan-fields.js";

type Read = { value: PlanArgumentValue | null } | null;

/** What was typed, as the trainer takes it; null when it is not of the parameter's kind. */
function read(text: string, { type, least, most }: Parameter): Read {
  const typed = text.trim();
  if (typed === "") return { value: null };
  const parts = typed.split(type === "words" ? /\s*\n\s*/ : /[\s,]+/).filter(Boolean);
  if (type === "words") return { value: parts };
  const numbers = parts.map(Number);
  const fits = numbers.every(
    (one) => Number.isFinite(one) && (least === undefined || one >= least) && (most === undefined || one <= most),
  );
  const [first] = numbers;
  if (type === "numbers") return fits ? { value: numbers } : null;
  if (type === "integer" || type === "number") {
    const isOne = numbers.length === 1 && first !== undefined && fits;
    return isOne && (type === "number" || Number.isInteger(first)) ? { value: first } : null;
  }
  return { value: typed };
}

const linesOf = (value: PlanArgumentValue | null, type: Parameter["type"]): string =>
  type === "words" && Array.isArray(value) ? value.join("\n") : asText(value);

interface InputOptions {
  id: string;
  parameter: Parameter;
  label?: string;
  describedBy?: string;
}

/** Anything that is typed; what cannot be meant changes nothing and says so. */
function Typed({ id, parameter, label, describedBy }: InputOptions) {
  const { plan: said } = words.value;
  const { name, type, least, most } = parameter;
  const value = plan.value?.arguments[name] ?? null;
  const [text, setText] = useState(linesOf(value, type));
  const typed = read(text, parameter);
  // Before it is painted: two fields of one argument never show different values.
  useLayoutEffect(() => {
    // What is typed stays as it is typed (`1e-4`), unless the value came from elsewhere.
    const now = read(text, parameter);
    if (!now || !same(now.value, value)) setText(linesOf(value, type));
  }, [value]);
  const family = plan.value?.family ?? "sdxl";
  const choices = choicesOf(parameter, family);
  const common = {
    id,
    value: text,
    placeholder: linesOf(defaultFor(name), type) || said.noDefault,
    spellcheck: false,
    "aria-label": label,
    "aria-describedby": describedBy,
    "aria-invalid": typed === null,
  };
  const onInput = ({ currentTarget }: { currentTarget: { value: string } }): void => {
    setText(currentTarget.value);
    const now = read(currentTarget.value, parameter);
    if (now) setArgument(name, now.value);
  };
  return (
    <>
      {type === "words" ? (
        <textarea rows={Math.min(4, Math.max(1, text.split("\n").length))} {...common} onInput={onInput} />
      ) : (
        <input
          type="text"
          inputMode={type === "integer" ? "numeric" : type === "number" ? "decimal" : "text"}
          class={type === "integer" || type === "number" ? "figures" : ""}
          list={choices.length > 0 ? `${id}-choices` : undefined}
          {...common}
          onInput={onInput}
          onBlur={() => typed === null && setText(linesOf(value, type))}
        />
      )}
      {choices.length > 0 && (
        <datalist id={`${id}-choices`}>
          {choices.map((choice) => (
            <option key={choice} value={choice} />
          ))}
        </datalist>
      )}
      {typed === null && <small class="red">{said.notTaken(least ?? null, most ?? null)}</small>}
    </>
  );
}

function Chosen({ id, parameter, label, describedBy }: InputOptions) {
  const { plan: said } = words.value;
  const { name } = parameter;
  const value = plan.value?.arguments[name];
  const byDefault = defaultFor(name);
  const choices = choicesOf(parameter, plan.value?.family ?? "sdxl").filter((choice) => choice !== byDefault);
  const told = typeof value === "string" ? value : "";
  return (
    <select
      id={id}
      aria-label={label}
      aria-describedby={describedBy}
      value={told === byDefault ? "" : told}
      onChange={({ currentTarget }) => setArgument(name, currentTarget.value === "" ? null : currentTarget.value)}
    >
      <option value="">{byDefault === null ? "–" : said.defaultChoice(asText(byDefault))}</option>
      {told !== "" && told !== byDefault && !choices.includes(told) && <option value={told}>{told}</option>}
      {choices.map((choice) => (
        <option key={choice} value={choice}>
          {choice}
        </option>
      ))}
    </select>
  );
}

function Flag({ id, parameter: { name }, label, describedBy }: InputOptions) {
  const { plan: said } = words.value;
  const on = (plan.value?.arguments[name] ?? defaultFor(name)) === true;
  return (
    <span class="plan-flag">
      <input
        type="checkbox"
        id={id}
        checked={on}
        aria-label={label}
        aria-describedby={describedBy}
        onChange={({ currentTarget }) => setArgument(name, currentTarget.checked)}
      />
      <span aria-hidden="true">{on ? said.on : said.off}</span>
    </span>
  );
}

/** The fitting field for a parameter of the trainer. */
export function ParameterInput(options: InputOptions) {
  const { type, name } = options.parameter;
  useEffect(() => takeFocus(options.id), [options.id]);
  if (type === "flag") return <Flag {...options} />;
  if (type === "choice") return <Chosen {...options} />;
  return <Typed key={name} {...options} />;
}
