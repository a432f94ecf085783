import { useState } from "preact/hooks";

/** Parts of a comma-separated text, Japanese commas too; `\,` is a comma inside a part. */
export const partsOf = (text: string): string[] =>
  text
    .split(/(?<!\\)[,、]/)
    .map((part) => part.replaceAll("\\,", ",").trim())
    .filter((part) => part !== "");

const joined = (parts: readonly string[]): string => parts.map((part) => part.replaceAll(",", "\\,")).join(", ");

interface ListOptions {
  label: string;
  value: readonly string[] | undefined;
  placeholder?: string;
  onChange(parts: string[] | undefined): void;
}

/** A list of tags in one line; it is taken when the field is left, so that a comma can be typed in peace. */
export function TagListField({ label, value, placeholder, onChange }: ListOptions) {
  return (
    <label class="field">
      {label}
      <input
        key={joined(value ?? [])}
        defaultValue={joined(value ?? [])}
        placeholder={placeholder ?? ""}
        spellcheck={false}
        onChange={({ currentTarget }) => {
          const parts = partsOf(currentTarget.value);
          onChange(parts.length > 0 ? parts : undefined);
        }}
      />
    </label>
  );
}

interface CheckOptions {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
}

export function CheckField({ label, checked, onChange }: CheckOptions) {
  return (
    <label class="check-field">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      {label}
    </label>
  );
}

interface NumberOptions {
  label: string;
  value: number | null | undefined;
  limits: { min: number; max: number; step: number };
  onChange(value: number | null): void;
}

/** A number or nothing. */
export function NumberField({ label, value, limits, onChange }: NumberOptions) {
  const [text, setText] = useState<string | null>(null);
  return (
    <label class="field">
      {label}
      <input
        type="number"
        {...limits}
        value={text ?? value ?? ""}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
        onChange={({ currentTarget }) => {
          const number = Number(currentTarget.value);
          const fits = number >= limits.min && number <= limits.max;
          if (currentTarget.value === "") onChange(null);
          else if (fits) onChange(number);
          setText(null);
        }}
      />
    </label>
  );
}

interface SelectOptions<T extends string> {
  label: string;
  value: T;
  options: Record<T, string>;
  onChange(value: T): void;
}

export function SelectField<T extends string>({ label, value, options, onChange }: SelectOptions<T>) {
  const entries: [string, string][] = Object.entries(options);
  const isOption = (name: string): name is T => Object.hasOwn(options, name);
  return (
    <label class="field">
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          if (isOption(currentTarget.value)) onChange(currentTarget.value);
        }}
      >
        {entries.map(([name, text]) => (
          <option key={name} value={name}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
