import { useEffect } from "preact/hooks";
import { words } from "../../../../state/look.js";
import { cellPicture, cells } from "../../../../state/sweep.js";
import { axes, cellAt, columnLines, place, rowLines, view } from "../../../../state/sweep-view.js";
import { lens, showWhole, zoomBy } from "../../../../state/sweep-view-lens.js";
import { lineOf } from "../../../../state/sweep-view-lines.js";
import { holdPane, isHeld, paneCells, shownCell } from "../../../../state/sweep-view-panes.js";
import { DifferencePane, FlickerPane, WipePane } from "./ComparePanes.js";
import { ZoomPane } from "./ZoomPane.js";

/** Loads the pictures that an arrow key leads to, so that they change at once. */
function useNeighbours(): void {
  const [row, column] = [
    lineOf(rowLines.value, axes.value, place.value),
    lineOf(columnLines.value, axes.value, place.value),
  ];
  useEffect(() => {
    const near = [
      [row, column - 1],
      [row, column + 1],
      [row - 1, column],
      [row + 1, column],
    ] as const;
    for (const [down, right] of near) {
      if (down < 0 || right < 0 || down >= rowLines.value.length || right >= columnLines.value.length) continue;
      const picture = cells.value.get(cellAt(down, right))?.picture;
      if (picture) new Image().src = cellPicture(picture);
    }
  }, [row, column, place.value]);
}

function SideBySide() {
  const { sweepView: said } = words.value;
  return (
    <div class={`sweep-panes ${view.value.compare}`}>
      {paneCells.value.map((index, pane) => (
        <ZoomPane
          key={pane}
          index={index}
          isShown={index === shownCell.value && !isHeld(pane)}
          note={
            <button
              type="button"
              class="small quiet"
              aria-pressed={isHeld(pane)}
              title={said.holdMeans}
              onClick={() => holdPane(pane)}
            >
              {isHeld(pane) ? said.held : said.hold}
            </button>
          }
        />
      ))}
    </div>
  );
}

/** Pictures at one place and size: arrow keys flip them, all panes pan and zoom together. */
export function ZoomView() {
  const { sweepView: said } = words.value;
  const { compare } = view.value;
  useNeighbours();
  const shown = shownCell.value;
  return (
    <section
      class="sweep-zoom"
      aria-label={said.zoomView}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what is panned by keys must be reachable by them
      tabIndex={0}
    >
      {compare === "one" && <ZoomPane index={shown} />}
      {(compare === "two" || compare === "four") && <SideBySide />}
      {compare === "wipe" && <WipePane index={shown} />}
      {compare === "difference" && <DifferencePane index={shown} />}
      {compare === "flicker" && <FlickerPane index={shown} />}
      <fieldset class="sweep-choices sweep-scale" aria-label={said.size}>
        <button type="button" class="small" aria-label={said.smaller} onClick={() => zoomBy(-1)}>
          −
        </button>
        <button type="button" class="small figures" title={said.showAll} onClick={showWhole}>
          {said.scale(lens.value.scale)}
        </button>
        <button type="button" class="small" aria-label={said.larger} onClick={() => zoomBy(1)}>
          +
        </button>
      </fieldset>
    </section>
  );
}
