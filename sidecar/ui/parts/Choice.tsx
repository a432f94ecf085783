interface ChoiceOptions<Name extends string> {
  label: string;
  names: readonly Name[];
  words: Record<Name, string>;
  value: Name;
  onChange(name: Name): void;
}

/** One of a few names, said in words. */
export function Choice<Name extends string>({ label, names, words, value, onChange }: ChoiceOptions<Name>) {
  return (
    <label>
      {label}
      <select
        value={value}
        onChange={({ currentTarget }) => {
          const chosen = names.find((name) => name === currentTarget.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {names.map((name) => (
          <option key={name} value={name}>
            {words[name]}
          </option>
        ))}
      </select>
    </label>
  );
}
