import { useEffect } from "preact/hooks";
import { errorWords } from "../../../state/error-words.js";
import { words } from "../../../state/look.js";
import { panel } from "../../../state/panels.js";
import type { SweepSettings } from "../../../state/sweep.js";
import { change } from "../../../state/sweep-draft.js";
import { readWebuis, webuis } from "../../../state/webuis.js";

/** Which WebUIs draw, or the stand-in. */
export function WebuiChoice({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  useEffect(() => {
    if (webuis.value === null) void readWebuis();
  }, []);
  const known = webuis.value ?? [];
  const toggle = (id: string): void => {
    const chosen = new Set(draft.webuis);
    if (!chosen.delete(id)) chosen.add(id);
    change({ webuis: known.map((one) => one.id).filter((one) => chosen.has(one)) });
  };
  return (
    <fieldset class="sweep-who">
      <legend>{form.whoDraws}</legend>
      {!draft.rehearsal &&
        known.map(({ id, title, problem }) => (
          <label class="check" key={id}>
            <input type="checkbox" checked={draft.webuis.includes(id)} onChange={() => toggle(id)} />
            {title} {problem && <span class="amber">{errorWords(problem).message}</span>}
          </label>
        ))}
      {!draft.rehearsal && (
        <p class="muted">
          {known.length === 0 ? form.noWebui : draft.webuis.length === 0 ? form.firstThatAnswers : ""}{" "}
          <button type="button" class="small" onClick={() => (panel.value = "webui")}>
            {form.connect}
          </button>
        </p>
      )}
      <label class="check">
        <input
          type="checkbox"
          checked={draft.rehearsal}
          onChange={({ currentTarget }) => change({ rehearsal: currentTarget.checked })}
        />
        {form.rehearsal}
      </label>
    </fieldset>
  );
}
