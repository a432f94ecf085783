import { useEffect } from "preact/hooks";
import { words } from "../../../../state/look.js";
import { selectedCell } from "../../../../state/sweep.js";
import {
  axes,
  cellAt,
  changeView,
  columnLines,
  layout,
  place,
  rowLines,
  selectCell,
} from "../../../../state/sweep-view.js";
import { lineOf } from "../../../../state/sweep-view-lines.js";
import { cellLabel, lineLabel } from "../../../../state/sweep-view-words.js";
import { WallColumns, WallRows } from "./WallLabels.js";
import { useWallCells } from "./wall-cells.js";
import { useWallViewer } from "./wall-viewer.js";

/** Room for the labels along the upper and left edge, in pixels. */
const EDGES = { top: 26, left: 112 };
const STEP = 1.5;

const lineAt = (starts: readonly number[], length: number, at: number): number =>
  starts.findIndex((start) => at >= start && at <= start + length);

/** All cells of the layout on one surface that zooms from everything to single pixels. */
export function DeepWall() {
  const { sweepView: said } = words.value;
  const { across, down, content } = useWallCells();
  const height = 1 / content.shape;
  const { element, wall, scale, pending } = useWallViewer((x, y, isTwice) => {
    const [row, column] = [lineAt(down.starts, height, y), lineAt(across.starts, 1, x)];
    if (row < 0 || column < 0) return;
    selectCell(cellAt(row, column));
    if (isTwice) changeView({ mode: "zoom" });
  });
  const count = content.placed.filter(({ cell }) => cell.picture !== null).length;
  const showAll = (): void => wall?.showAll({ width: across.end, height: down.end }, EDGES);
  // First the view, then the pictures: else some would be loaded as large as the empty wall shows them.
  useEffect(showAll, [wall, across.end, down.end]);
  useEffect(() => wall?.show(content), [wall, content]);
  const selected = selectedCell.value;
  const [left, top] = [
    across.starts[lineOf(columnLines.value, axes.value, place.value)],
    down.starts[lineOf(rowLines.value, axes.value, place.value)],
  ];
  const isSeen = selected !== null && left !== undefined && top !== undefined;
  useEffect(() => {
    if (isSeen) wall?.reveal(left + 0.5, top + height / 2);
  }, [wall, selected, left, top]);
  const { columns, rows, superColumns, superRows } = layout.value;
  return (
    <section class="sweep-wall" aria-label={said.wall}>
      <div class="sweep-wall-frame">
        <div ref={element} class="sweep-wall-canvas" role="img" aria-label={said.wallOf(count)} />
        {scale && (
          <>
            {isSeen && (
              <span
                class="sweep-wall-selected"
                style={{
                  left: `${scale.left + left * scale.scale}px`,
                  top: `${scale.top + top * scale.scale}px`,
                  width: `${scale.scale}px`,
                  height: `${height * scale.scale}px`,
                }}
              />
            )}
            <WallColumns
              lines={columnLines.value}
              starts={across.starts}
              length={1}
              offset={scale.left}
              scale={scale.scale}
              pane={scale.width}
              textOf={(line) => lineLabel(line, [superColumns, columns])}
              groupOf={(line) => lineLabel(line, [superColumns, null])}
            />
            <WallRows
              lines={rowLines.value}
              starts={down.starts}
              length={height}
              offset={scale.top}
              scale={scale.scale}
              pane={scale.height}
              textOf={(line) => lineLabel(line, [superRows, rows])}
              groupOf={(line) => lineLabel(line, [superRows, null])}
            />
          </>
        )}
      </div>
      <div class="sweep-tools">
        <fieldset class="sweep-choices" aria-label={said.size}>
          <button type="button" class="small" aria-label={said.smaller} onClick={() => wall?.zoomBy(1 / STEP)}>
            −
          </button>
          <button type="button" class="small" onClick={showAll}>
            {said.showAll}
          </button>
          <button type="button" class="small" aria-label={said.larger} onClick={() => wall?.zoomBy(STEP)}>
            +
          </button>
        </fieldset>
        <span class="figures" role="status">
          {selected === null ? said.wallOf(count) : cellLabel(selected)}
        </span>
        {pending > 0 && <span class="muted figures">{said.wallPending(pending)}</span>}
      </div>
    </section>
  );
}
