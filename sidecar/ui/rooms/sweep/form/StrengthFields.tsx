import { words } from "../../../state/look.js";
import type { SweepSettings } from "../../../state/sweep.js";
import { change } from "../../../state/sweep-draft.js";
import { ListField } from "./ListField.js";

/** How strong the LoRA is: the columns. */
export function StrengthFields({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  const own = draft.textEncoderStrengths;
  return (
    <section class="plan-section" aria-labelledby="sweep-strengths">
      <h3 id="sweep-strengths">{form.strengths}</h3>
      <ListField
        label={form.strengths}
        hidesLabel
        hint={form.strengthsHint}
        value={draft.strengths}
        axis="strength"
        onInput={(strengths) => change({ strengths })}
      />
      <small class="muted">{form.controlNote}</small>
      <label class="check">
        <input
          type="checkbox"
          checked={own !== null}
          onChange={({ currentTarget }) =>
            change({ textEncoderStrengths: currentTarget.checked ? draft.strengths : null })
          }
        />
        {form.otherTextEncoder}
      </label>
      {own !== null && (
        <ListField
          label={form.textEncoder}
          value={own}
          axis="textEncoder"
          onInput={(textEncoderStrengths) => change({ textEncoderStrengths })}
        />
      )}
    </section>
  );
}
