import { words } from "../../../state/look.js";
import { axes, goToValue, place, stepValue, view } from "../../../state/sweep-view.js";
import { visibleValues } from "../../../state/sweep-view-lines.js";
import { axisTitle, valueLabel, valueText } from "../../../state/sweep-view-words.js";

/** So few values stand beside each other; more are a list to choose from. */
const TABS = 5;
/** Longer words would fill the line. */
const TAB_LETTERS = 12;

/** One of an axis' values, for axes that run neither across nor down. */
export function AxisStepper({ axis }: { axis: (typeof axes.value)[number] }) {
  const { sweepView: said } = words.value;
  const title = axisTitle(axis);
  const at = place.value[axes.value.findIndex(({ id }) => id === axis.id)] ?? 0;
  const shown = visibleValues(axis, view.value.hidden[axis.id]);
  if (shown.length <= TABS && shown.every((value) => valueLabel(axis, value).length <= TAB_LETTERS)) {
    return (
      <span class="sweep-stepper">
        <span class="muted">{title}</span>
        <fieldset class="sweep-choices" aria-label={title}>
          {shown.map((value) => (
            <button
              type="button"
              class="small figures"
              key={value}
              aria-pressed={value === at}
              title={valueText(axis, value)}
              onClick={() => goToValue(axis.id, value)}
            >
              {valueLabel(axis, value)}
            </button>
          ))}
        </fieldset>
      </span>
    );
  }
  return (
    <span class="sweep-stepper">
      <label>
        <span class="muted">{title}</span>
        <select
          class="small figures"
          value={at}
          title={valueText(axis, at)}
          onChange={({ currentTarget }) => goToValue(axis.id, Number(currentTarget.value))}
        >
          {shown.map((value, place) => (
            <option key={value} value={value}>
              {place + 1}: {valueLabel(axis, value)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="small" aria-label={said.before(title)} onClick={() => stepValue(axis.id, -1)}>
        ‹
      </button>
      <button type="button" class="small" aria-label={said.next(title)} onClick={() => stepValue(axis.id, 1)}>
        ›
      </button>
    </span>
  );
}
