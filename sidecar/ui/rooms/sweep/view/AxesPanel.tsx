import { words } from "../../../state/look.js";
import { axes, changeView, layout, putAxis, swapAxes, toggleHidden, view } from "../../../state/sweep-view.js";
import { axisTitle, valueLabel, valueText } from "../../../state/sweep-view-words.js";

const PLACES = ["columns", "rows", "superColumns", "superRows"] as const;

function PlaceChoice({ where }: { where: (typeof PLACES)[number] }) {
  const { sweepView: said } = words.value;
  const isOptional = where === "superColumns" || where === "superRows";
  return (
    <label>
      {said.places[where]}
      <select
        value={layout.value[where] ?? ""}
        onChange={({ currentTarget }) => putAxis(where, currentTarget.value || null)}
      >
        {isOptional && <option value="">{said.noAxis}</option>}
        {axes.value
          .filter(({ id, values }) => values.length > 1 || id === layout.value[where])
          .map((axis) => (
            <option key={axis.id} value={axis.id}>
              {axisTitle(axis)}
            </option>
          ))}
      </select>
    </label>
  );
}

/** Values of one axis as buttons that hide and show them. */
function Values({ axis }: { axis: (typeof axes.value)[number] }) {
  const { sweepView: said } = words.value;
  const hidden = view.value.hidden[axis.id] ?? [];
  const title = axisTitle(axis);
  return (
    <fieldset class="sweep-values" aria-label={said.valuesOf(title)}>
      <span class="muted">{title}</span>
      {axis.values.map((_, value) => (
        <button
          type="button"
          class="small figures"
          key={value}
          aria-pressed={!hidden.includes(value)}
          title={valueText(axis, value)}
          onClick={() => toggleHidden(axis.id, value)}
        >
          {valueLabel(axis, value)}
        </button>
      ))}
    </fieldset>
  );
}

/** Which axis runs where, and which values are left out. */
export function AxesPanel() {
  const { sweepView: said } = words.value;
  const varying = axes.value.filter(({ values }) => values.length > 1);
  const { hidden } = view.value;
  const count = Object.values(hidden).reduce((sum, values) => sum + values.length, 0);
  return (
    <details class="sweep-where">
      <summary class="small">
        {said.axesTitle}
        {count > 0 && <span class="amber figures"> {said.hiddenCount(count)}</span>}
      </summary>
      <div class="sweep-where-inside">
        <div class="sweep-places">
          {PLACES.map((where) => (
            <PlaceChoice key={where} where={where} />
          ))}
          <button type="button" class="small" onClick={swapAxes}>
            ⇄ {said.swap}
          </button>
        </div>
        <h3>{said.valuesTitle}</h3>
        {varying.map((axis) => (
          <Values key={axis.id} axis={axis} />
        ))}
        {count > 0 && (
          <button type="button" class="small" onClick={() => changeView({ hidden: {} })}>
            {said.showHidden}
          </button>
        )}
      </div>
    </details>
  );
}
