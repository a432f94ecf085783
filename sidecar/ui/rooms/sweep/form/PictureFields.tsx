import { NumberField } from "../../../parts/NumberField.js";
import { words } from "../../../state/look.js";
import type { SweepSettings } from "../../../state/sweep.js";
import { change } from "../../../state/sweep-draft.js";
import { ListField } from "./ListField.js";
import { WebuiChoice } from "./WebuiChoice.js";

/** How many pictures of each, how large, and by whom. */
export function PictureFields({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  const { seeds, width, height } = draft;
  return (
    <section class="plan-section sweep-two" aria-labelledby="sweep-pictures">
      <h3 id="sweep-pictures" class="unseen">
        {form.size}
      </h3>
      <ListField
        label={form.seeds}
        hint={form.seedsHint}
        value={seeds}
        axis="seed"
        onInput={(text) => change({ seeds: text })}
      />
      <fieldset class="sweep-size">
        <legend>{form.size}</legend>
        <NumberField label={form.width} least={64} most={8192} value={width} onChange={(to) => change({ width: to })} />
        <span aria-hidden="true">×</span>
        <NumberField
          label={form.height}
          least={64}
          most={8192}
          value={height}
          onChange={(to) => change({ height: to })}
        />
        <button type="button" class="small" onClick={() => change({ width: height, height: width })}>
          {form.turn}
        </button>
      </fieldset>
      <WebuiChoice draft={draft} />
    </section>
  );
}
