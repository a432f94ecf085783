import { words } from "../../state/look.js";
import { isChanged, setArgument } from "../../state/plan.js";
import { type Parameter, readable, spoken } from "../../state/plan-catalog.js";
import { rowId } from "../../state/plan-fields.js";
import { defaultWords, FieldProblems } from "./Field.js";
import { ParameterInput } from "./ParameterInput.js";

/** One argument of the trainer: what it does, what it holds, and where that is written. */
export function ParameterRow({ parameter }: { parameter: Parameter }) {
  const { plan: said } = words.value;
  const { name, since, source, least, most } = parameter;
  const id = rowId(name);
  const changed = isChanged(name);
  return (
    <div class={changed ? "plan-row changed" : "plan-row"}>
      <div>
        <label for={id}>
          {readable(name)} <code>{name}</code>
        </label>
        <p id={`${id}-sentence`}>{spoken(parameter)}</p>
        <small class="muted">
          {[
            defaultWords(name),
            least === undefined && most === undefined ? "" : said.range(least ?? null, most ?? null),
            said.since(since),
            source,
          ]
            .filter(Boolean)
            .join(" · ")}
        </small>
      </div>
      <div>
        <ParameterInput id={id} parameter={parameter} describedBy={`${id}-sentence`} />
        <FieldProblems name={name} />
        {changed && (
          <button type="button" class="quiet small" onClick={() => setArgument(name, null)}>
            {said.backToDefault}
          </button>
        )}
      </div>
    </div>
  );
}
