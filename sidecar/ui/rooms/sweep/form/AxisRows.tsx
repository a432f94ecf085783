import { words } from "../../../state/look.js";
import type { SweepSettings } from "../../../state/sweep.js";
import { addAxis, asList, axisKinds, changeAxis, removeAxis } from "../../../state/sweep-axes.js";
import { change } from "../../../state/sweep-draft.js";
import { axisTitle } from "../../../state/sweep-view-words.js";
import { Values } from "./Values.js";

interface RowOptions {
  axis: SweepSettings["axes"][number];
  index: number;
}

function Row({ axis: { axis, values }, index }: RowOptions) {
  const { form, axisNotes, axisExamples } = words.value.sweep;
  const kind = axisKinds.value.find(({ id }) => id === axis);
  const title = kind ? axisTitle(kind) : axis;
  const choices = kind?.choices ?? null;
  return (
    <li class="sweep-axis">
      <div class="sweep-axis-head">
        <select
          aria-label={form.axis(index)}
          value={axis}
          onChange={({ currentTarget }) => changeAxis(index, { axis: currentTarget.value, values: "" })}
        >
          {kind === undefined && <option value={axis}>{axis}</option>}
          {axisKinds.value.map((one) => (
            <option key={one.id} value={one.id}>
              {axisTitle(one)}
            </option>
          ))}
        </select>
        {choices && choices.length > 0 && (
          <button type="button" class="small" onClick={() => changeAxis(index, { values: asList(choices) })}>
            {form.fillAll(choices.length)}
          </button>
        )}
        <button type="button" class="small" aria-label={form.removeAxis(title)} onClick={() => removeAxis(index)}>
          ×
        </button>
      </div>
      <textarea
        rows={2}
        aria-label={form.values(title)}
        value={values}
        spellcheck={false}
        placeholder={kind && axisExamples[kind.values]}
        onInput={({ currentTarget }) => changeAxis(index, { values: currentTarget.value })}
      />
      {kind?.note && <small class="muted">{axisNotes[kind.note] ?? kind.note}</small>}
      <Values axis={axis} />
    </li>
  );
}

/** Axes along which the seed rises by one a value; never along strengths, which are compared with each other. */
function VarySeeds({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  const further = draft.axes.map(({ axis }) => axis);
  const titleOf = (axis: string): string => {
    const kind = axisKinds.value.find(({ id }) => id === axis);
    return kind ? axisTitle(kind) : axis;
  };
  const named: [string, string][] = [
    ["prompt", form.prompts],
    ...further.map((axis): [string, string] => [axis, titleOf(axis)]),
  ];
  return (
    <fieldset class="sweep-vary">
      <legend>{form.varySeeds}</legend>
      {named.map(([axis, title]) => (
        <label class="check" key={axis}>
          <input
            type="checkbox"
            checked={draft.varySeeds.includes(axis)}
            onChange={({ currentTarget }) =>
              change({
                varySeeds: currentTarget.checked
                  ? [...draft.varySeeds, axis]
                  : draft.varySeeds.filter((one) => one !== axis),
              })
            }
          />
          {title}
        </label>
      ))}
    </fieldset>
  );
}

/** Any of the X/Y/Z plot's axes, as many as are wanted. */
export function AxisRows({ draft }: { draft: SweepSettings }) {
  const { form } = words.value.sweep;
  return (
    <>
      <h3>{form.axes}</h3>
      <p class="muted">{form.axesNote}</p>
      <ol class="sweep-axes">
        {draft.axes.map((axis, index) => (
          // Axes have no name but their place: one kind may come twice while it is chosen.
          <Row axis={axis} index={index} key={`axis ${index}`} />
        ))}
      </ol>
      <p class="train-buttons">
        <button type="button" class="small" disabled={axisKinds.value.length === 0} onClick={addAxis}>
          {form.addAxis}
        </button>
      </p>
      <VarySeeds draft={draft} />
    </>
  );
}
