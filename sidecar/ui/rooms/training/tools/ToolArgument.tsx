import { words } from "../../../state/look.js";
import type { Tool } from "../../../state/lora-tools.js";

type Argument = Tool["arguments"][number];
export type Value = string | number | boolean;

interface FieldOptions {
  argument: Argument;
  value: Value | undefined;
  /** What the precision of the new file is where none is given. */
  keepsPrecision: boolean;
  onChange(value: Value | undefined): void;
}

/** One argument of a tool; what is left empty is not passed. */
export function ToolArgument({ argument, value, keepsPrecision, onChange }: FieldOptions) {
  const { training } = words.value;
  const { tools: said } = training;
  const { name, kind, least, most, choices } = argument;
  const label = said.arguments[name] ?? name;
  if (kind === "flag") {
    return (
      <label class="check">
        <input
          type="checkbox"
          checked={value === true}
          onChange={({ currentTarget }) => onChange(currentTarget.checked || undefined)}
        />
        {label}
      </label>
    );
  }
  if (kind === "choice") {
    return (
      <label>
        {label}
        <select
          value={String(value ?? "")}
          onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
        >
          <option value="">{keepsPrecision && name === "save_precision" ? said.asFile : said.choices[""]}</option>
          {choices.map((choice) => (
            <option key={choice} value={choice}>
              {said.choices[choice] ?? choice}
            </option>
          ))}
        </select>
      </label>
    );
  }
  if (kind === "text") {
    return (
      <label>
        {label}
        <input
          type="text"
          value={String(value ?? "")}
          onInput={({ currentTarget }) => onChange(currentTarget.value || undefined)}
        />
      </label>
    );
  }
  return (
    <label>
      {label}
      <input
        type="number"
        step={kind === "integer" ? 1 : "any"}
        min={least ?? 0}
        max={most ?? 0}
        value={String(value ?? "")}
        placeholder={argument.default === null ? "" : String(argument.default)}
        onInput={({ currentTarget }) => {
          const { value: typed, valueAsNumber } = currentTarget;
          if (typed === "") onChange(undefined);
          else if (Number.isFinite(valueAsNumber)) onChange(valueAsNumber);
        }}
      />
    </label>
  );
}
