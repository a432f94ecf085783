import { useState } from "preact/hooks";
import { Problem } from "../../../parts/Problem.js";
import { words } from "../../../state/look.js";
import type { SweepSettings } from "../../../state/sweep.js";
import { forgetSaved, savedError, savedSweeps, saveSweep, takeSaved } from "../../../state/sweep-axes.js";

/** Settings under a name of their own, for the next LoRA. */
export function SavedSweeps({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  const [name, setName] = useState("");
  return (
    <>
      <h3>{form.saved}</h3>
      {savedError.value && <Problem error={savedError.value} />}
      {savedSweeps.value.length === 0 && <p class="muted">{form.noSaved}</p>}
      <ul class="sweep-saved">
        {savedSweeps.value.map((one) => (
          <li key={one.name} class="train-buttons">
            <button type="button" class="small" onClick={() => takeSaved(one)}>
              {form.useSaved(one.name)}
            </button>
            <button
              type="button"
              class="small quiet"
              aria-label={form.forget(one.name)}
              onClick={() => void forgetSaved(one.name)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <form
        class="plan-map"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "") void saveSweep(name.trim(), draft).then(() => setName(""));
        }}
      >
        <label>
          {form.saveAs}
          <input value={name} maxLength={200} onInput={({ currentTarget }) => setName(currentTarget.value)} />
        </label>
        <button type="submit" disabled={name.trim() === ""}>
          {form.save}
        </button>
      </form>
    </>
  );
}
