import { words } from "../../../state/look.js";

/** What the two lines of one run are. */
export function LinesLegend() {
  const { training: said } = words.value;
  return (
    <ul class="train-legend">
      <li>
        <span class="swatch curve-0" aria-hidden="true" /> {said.curves.eachStep}
      </li>
      <li>
        <span class="swatch average" aria-hidden="true" /> {said.curves.average}
      </li>
    </ul>
  );
}
