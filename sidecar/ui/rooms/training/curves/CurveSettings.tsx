import { words } from "../../../state/look.js";
import { logarithmic, MOST_SMOOTHING, scaleBy, smoothBy, smoothing, zoom } from "../../../state/training-curves.js";

/** How the charts are drawn: smoothing, scale, and the way back from a part to all. */
export function CurveSettings() {
  const { training: said } = words.value;
  const part = zoom.value;
  return (
    <div class="train-curve-settings">
      {part && (
        <button type="button" class="small" onClick={() => (zoom.value = null)}>
          {said.curves.showAll}
        </button>
      )}
      <label class="slider" title={said.curves.formula}>
        {said.smoothing}
        <input
          type="range"
          min={0}
          max={MOST_SMOOTHING}
          step={0.02}
          value={smoothing.value}
          onInput={({ currentTarget }) => smoothBy(currentTarget.valueAsNumber)}
        />
        <output class="figures">{smoothing.value.toFixed(2)}</output>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={logarithmic.value}
          onChange={({ currentTarget }) => scaleBy(currentTarget.checked)}
        />
        {said.logScale}
      </label>
    </div>
  );
}
