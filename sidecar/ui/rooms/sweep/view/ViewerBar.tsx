import { words } from "../../../state/look.js";
import { sweep } from "../../../state/sweep.js";
import {
  CELL_SIZES,
  changeView,
  otherAxes,
  resizeCells,
  selectCell,
  usedSize,
  view,
} from "../../../state/sweep-view.js";
import { compareModes, type ViewMode, viewModes } from "../../../state/sweep-view-address.js";
import { openExport } from "../../../state/sweep-view-export.js";
import { compareAs, pinReference, shownCell } from "../../../state/sweep-view-panes.js";
import { openVotes } from "../../../state/sweep-view-votes.js";
import { AxesPanel } from "./AxesPanel.js";
import { AxisStepper } from "./AxisStepper.js";

function goTo(mode: ViewMode): void {
  if (mode === "zoom") selectCell(shownCell.value);
  changeView({ mode });
}

function Modes() {
  const { sweepView: said } = words.value;
  return (
    <fieldset class="sweep-choices" aria-label={said.mode}>
      {viewModes.map((mode) => (
        <button
          type="button"
          class="small"
          key={mode}
          aria-pressed={view.value.mode === mode}
          title={said.modeMeans[mode]}
          onClick={() => goTo(mode)}
        >
          {said.modes[mode]}
        </button>
      ))}
    </fieldset>
  );
}

/** Ways to compare, in the large view. */
function Compares() {
  const { sweepView: said } = words.value;
  const isPinned = view.value.reference === shownCell.value;
  return (
    <>
      <fieldset class="sweep-choices" aria-label={said.compare}>
        {compareModes.map((mode) => (
          <button
            type="button"
            class="small"
            key={mode}
            aria-pressed={view.value.compare === mode}
            title={said.compareMeans[mode]}
            onClick={() => compareAs(mode)}
          >
            {said.compares[mode]}
          </button>
        ))}
      </fieldset>
      <button type="button" class="small" aria-pressed={isPinned} title={said.pinMeans} onClick={pinReference}>
        {isPinned ? said.unpin : said.pin}
      </button>
    </>
  );
}

function Size() {
  const { sweepView: said } = words.value;
  return (
    <label class="slider sweep-tile-size" title={said.size}>
      <span class="sr-only">{said.size}</span>
      <input
        type="range"
        min={CELL_SIZES.least}
        max={CELL_SIZES.most}
        value={usedSize.value}
        onInput={({ currentTarget }) => resizeCells(currentTarget.valueAsNumber)}
      />
    </label>
  );
}

/** Above the pictures: how they are looked at, which of the other axes' values they show. */
export function ViewerBar() {
  const { sweepView: said } = words.value;
  const { mode } = view.value;
  if (sweep.value === null) return null;
  return (
    <div class="sweep-bar">
      <div class="sweep-tools">
        <Modes />
        {mode !== "zoom" && (
          <>
            <button type="button" class="small" onClick={() => compareAs("wipe")}>
              {said.compares.wipe}
            </button>
            <button type="button" class="small" onClick={() => compareAs("difference")}>
              {said.toControl}
            </button>
          </>
        )}
        {mode === "zoom" && <Compares />}
        <span class="space" />
        {mode === "grid" && <Size />}
        {mode !== "zoom" && (
          <button type="button" class="small" onClick={openVotes}>
            {said.voteBlind}
          </button>
        )}
        <button type="button" class="small" onClick={openExport}>
          {said.export}
        </button>
      </div>
      <div class="sweep-tools">
        {otherAxes.value.map((axis) => (
          <AxisStepper key={axis.id} axis={axis} />
        ))}
        <AxesPanel />
      </div>
    </div>
  );
}
