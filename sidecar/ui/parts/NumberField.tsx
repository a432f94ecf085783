interface NumberFieldOptions {
  label: string;
  least: number;
  most: number;
  value: number;
  onChange(value: number): void;
}

/** A whole number; what is out of range, or not yet one, changes nothing. */
export function NumberField({ label, least, most, value, onChange }: NumberFieldOptions) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={least}
        max={most}
        value={value}
        onInput={({ currentTarget }) => {
          const typed = currentTarget.valueAsNumber;
          if (Number.isInteger(typed) && typed >= least && typed <= most) onChange(typed);
        }}
      />
    </label>
  );
}
