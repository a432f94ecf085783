import { Choice } from "../../../parts/Choice.js";
import { NumberField } from "../../../parts/NumberField.js";
import { words } from "../../../state/look.js";
import type { SweepSettings } from "../../../state/sweep.js";
import { change } from "../../../state/sweep-draft.js";

interface OptionalNumberOptions {
  label: string;
  placeholder: string;
  least: number;
  most: number;
  value: number | null;
  onChange(value: number | null): void;
}

/** A whole number, or none: then what the placeholder says. */
function OptionalNumber({ label, placeholder, least, most, value, onChange }: OptionalNumberOptions) {
  return (
    <label>
      {label}
      <input
        type="number"
        min={least}
        max={most}
        placeholder={placeholder}
        value={value ?? ""}
        onInput={({ currentTarget }) => {
          const typed = currentTarget.valueAsNumber;
          if (currentTarget.value === "") onChange(null);
          else if (Number.isInteger(typed) && typed >= least && typed <= most) onChange(typed);
        }}
      />
    </label>
  );
}

/** Steps, CFG, clip skip, batch, how much is searched. */
export function MoreNumbers({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  return (
    <>
      <NumberField
        label={form.steps}
        least={1}
        most={1000}
        value={draft.steps}
        onChange={(steps) => change({ steps })}
      />
      <label>
        {form.cfg}
        <input
          type="number"
          min={0}
          max={100}
          step="0.5"
          value={draft.cfg}
          onInput={({ currentTarget: { valueAsNumber: cfg } }) => cfg >= 0 && cfg <= 100 && change({ cfg })}
        />
      </label>
      <OptionalNumber
        label={form.clipSkip}
        placeholder={form.webuis(null)}
        least={1}
        most={12}
        value={draft.clipSkip}
        onChange={(clipSkip) => change({ clipSkip })}
      />
      <OptionalNumber
        label={form.batchSize}
        placeholder={form.asManyAsSafe}
        least={1}
        most={64}
        value={draft.batchSize}
        onChange={(batchSize) => change({ batchSize })}
      />
      <Choice
        label={form.search}
        names={["full", "coarse-to-fine"]}
        words={form.searches}
        value={draft.search}
        onChange={(search) => change({ search })}
      />
    </>
  );
}
