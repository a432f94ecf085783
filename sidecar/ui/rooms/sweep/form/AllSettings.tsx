import { Problem } from "../../../parts/Problem.js";
import { words } from "../../../state/look.js";
import type { SweepSettings } from "../../../state/sweep.js";
import { axesError, axisDefaults, choicesOf } from "../../../state/sweep-axes.js";
import { change } from "../../../state/sweep-draft.js";
import { AxisRows } from "./AxisRows.js";
import { MoreNumbers } from "./MoreNumbers.js";
import { SavedSweeps } from "./SavedSweeps.js";
import { TextBoxes } from "./TextBoxes.js";

interface NameFieldOptions {
  label: string;
  axis: string;
  value: string | null;
  /** What the WebUI has, where it is known. */
  usual?: string | null;
  onChange(value: string | null): void;
}

/** One of the names that the WebUI offers; written by hand where it was not asked. */
function NameField({ label, axis, value, usual = null, onChange }: NameFieldOptions) {
  const { form } = words.value.sweep;
  const choices = choicesOf(axis);
  if (choices === null) {
    return (
      <label>
        {label}
        <input
          value={value ?? ""}
          placeholder={form.webuis(usual)}
          spellcheck={false}
          onInput={({ currentTarget }) => onChange(currentTarget.value.trim() || null)}
        />
      </label>
    );
  }
  const options = value === null || choices.includes(value) ? choices : [value, ...choices];
  return (
    <label>
      {label}
      <select value={value ?? ""} onChange={({ currentTarget }) => onChange(currentTarget.value || null)}>
        <option value="">{form.webuis(usual)}</option>
        {options.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </label>
  );
}

/** What the few fields leave out: a click away. */
export function AllSettings({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  const usual = axisDefaults.value;
  return (
    <details class="plan-section sweep-more">
      <summary>{form.more}</summary>
      <div class="sweep-more-inside">
        {axesError.value && <Problem error={axesError.value} />}
        <div class="plan-wishes">
          <NameField
            label={form.checkpoint}
            axis="checkpoint"
            value={draft.checkpoint}
            usual={usual.checkpoint}
            onChange={(checkpoint) => change({ checkpoint })}
          />
          <NameField
            label={form.sampler}
            axis="sampler"
            value={draft.sampler}
            usual={usual.sampler}
            onChange={(sampler) => change({ sampler })}
          />
          <NameField
            label={form.scheduler}
            axis="scheduler"
            value={draft.scheduler}
            onChange={(scheduler) => change({ scheduler })}
          />
          <NameField label={form.vae} axis="vae" value={draft.vae} onChange={(vae) => change({ vae })} />
          <MoreNumbers draft={draft} />
        </div>
        <label class="check">
          <input
            type="checkbox"
            checked={draft.keepRandom}
            onChange={({ currentTarget }) => change({ keepRandom: currentTarget.checked })}
          />
          {form.keepRandom}
        </label>
        <h3>{form.negatives}</h3>
        <TextBoxes
          texts={draft.negativePrompts}
          label={form.negative}
          removeLabel={form.removeNegative}
          addLabel={form.addNegative}
          onChange={(negativePrompts) => change({ negativePrompts })}
        />
        <AxisRows draft={draft} />
        <SavedSweeps draft={draft} />
      </div>
    </details>
  );
}
