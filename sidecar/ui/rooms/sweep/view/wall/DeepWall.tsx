import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { words } from "../../../../state/look.js";
import { cells, selectedCell, sweep } from "../../../../state/sweep.js";
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
import { type GridLine, lineOf } from "../../../../state/sweep-view-lines.js";
import { cellLabel, lineLabel } from "../../../../state/sweep-view-words.js";
import { type OpenWall, openWall, type PlacedCell } from "./osd-wall.js";
import { WallColumns, WallRows, type WallScale } from "./WallLabels.js";
import { lineStarts } from "./wall-places.js";

/** Room for the labels along the upper and left edge, in pixels. */
const EDGES = { top: 26, left: 92 };

/** Places of all cells that have a picture, in widths of a cell. */
function useWallPlaces() {
  const [columns, rows] = [columnLines.value, rowLines.value];
  const { settings } = sweep.value ?? {};
  const shape = settings ? settings.width / settings.height : 1;
  const known = cells.value;
  return useMemo(() => {
    const across = lineStarts(columns, 1);
    const down = lineStarts(rows, 1 / shape);
    const placed: PlacedCell[] = [];
    for (const [row, top] of down.starts.entries()) {
      for (const [column, left] of across.starts.entries()) {
        const cell = known.get(cellAt(row, column));
        if (cell?.picture) placed.push({ cell: { ...cell, picture: cell.picture }, left, top });
      }
    }
    return { across, down, shape, placed };
  }, [columns, rows, known, shape, place.value]);
}

/** Opens the library's viewer and follows where it stands. */
function useWall(onPoint: (x: number, y: number, isTwice: boolean) => void) {
  const element = useRef<HTMLDivElement>(null);
  const [wall, setWall] = useState<OpenWall | null>(null);
  const [scale, setScale] = useState<WallScale | null>(null);
  const point = useRef(onPoint);
  point.current = onPoint;
  useEffect(() => {
    let opened: OpenWall | null = null;
    let isWanted = true;
    const open = async (): Promise<void> => {
      if (!element.current) return;
      const made = await openWall(element.current, matchMedia("(prefers-reduced-motion: reduce)").matches);
      if (!isWanted) return made.close();
      opened = made;
      const { viewer } = made;
      const follow = (): void => {
        const bounds = viewer.viewport.getBounds(true);
        const pixels = viewer.viewport.getContainerSize().x / bounds.width;
        setScale({ left: -bounds.x * pixels, top: -bounds.y * pixels, scale: pixels });
      };
      viewer.addHandler("update-viewport", follow);
      viewer.addHandler("canvas-click", (event) => {
        const { quick, position } = event;
        if (!quick) return;
        const at = viewer.viewport.pointFromPixel(position);
        point.current(at.x, at.y, false);
      });
      viewer.addHandler("canvas-double-click", (event) => {
        const at = viewer.viewport.pointFromPixel(event.position);
        point.current(at.x, at.y, true);
      });
      setWall(made);
    };
    void open();
    return () => {
      isWanted = false;
      opened?.close();
    };
  }, []);
  return { element, wall, scale };
}

const lineAt = (starts: readonly number[], length: number, at: number): number =>
  starts.findIndex((start) => at >= start && at <= start + length);

/** All cells of the layout on one surface that zooms from everything to single pixels. */
export function DeepWall() {
  const { sweepView: said } = words.value;
  const { across, down, shape, placed } = useWallPlaces();
  const height = 1 / shape;
  const { element, wall, scale } = useWall((x, y, isTwice) => {
    const [row, column] = [lineAt(down.starts, height, y), lineAt(across.starts, 1, x)];
    if (row < 0 || column < 0) return;
    selectCell(cellAt(row, column));
    if (isTwice) changeView({ mode: "zoom" });
  });
  const showAll = (): void => {
    if (!wall) return;
    const { viewport } = wall.viewer;
    const size = viewport.getContainerSize();
    // So much larger that labels have room beside it.
    const pixels = Math.min((size.x - EDGES.left) / across.end, (size.y - EDGES.top) / down.end) * 0.98;
    const bounds = viewport.getBounds();
    bounds.x = -EDGES.left / pixels;
    bounds.y = -EDGES.top / pixels;
    bounds.width = size.x / pixels;
    bounds.height = size.y / pixels;
    viewport.fitBounds(bounds, true);
  };
  useEffect(() => wall?.show(placed, shape), [wall, placed, shape]);
  useEffect(showAll, [wall, across.end, down.end]);
  const selected = selectedCell.value;
  const [row, column] = [
    lineOf(rowLines.value, axes.value, place.value),
    lineOf(columnLines.value, axes.value, place.value),
  ];
  const [left, top] = [across.starts[column], down.starts[row]];
  useEffect(() => {
    if (!wall || selected === null || left === undefined || top === undefined) return;
    const { viewport } = wall.viewer;
    const bounds = viewport.getBounds();
    const middle = { x: left + 0.5, y: top + height / 2 };
    const isInside =
      middle.x > bounds.x &&
      middle.x < bounds.x + bounds.width &&
      middle.y > bounds.y &&
      middle.y < bounds.y + bounds.height;
    if (isInside) return;
    const centre = viewport.getCenter();
    centre.x = middle.x;
    centre.y = middle.y;
    viewport.panTo(centre);
  }, [wall, selected, left, top]);
  const text = (axis: "columns" | "rows") => (line: GridLine) =>
    lineLabel(
      line,
      axis === "columns"
        ? [layout.value.superColumns, layout.value.columns]
        : [layout.value.superRows, layout.value.rows],
    );
  const size = wall?.viewer.viewport.getContainerSize();
  return (
    <section class="sweep-wall" aria-label={said.wall}>
      <div
        ref={element}
        class="sweep-wall-canvas"
        role="img"
        aria-label={said.wallOf(placed.length)}
        onDblClick={(event) => event.preventDefault()}
      />
      {scale && size && (
        <>
          {selected !== null && left !== undefined && top !== undefined && (
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
            pane={size.x}
            textOf={text("columns")}
          />
          <WallRows
            lines={rowLines.value}
            starts={down.starts}
            length={height}
            offset={scale.top}
            scale={scale.scale}
            pane={size.y}
            textOf={text("rows")}
          />
        </>
      )}
      <div class="sweep-wall-tools">
        <button
          type="button"
          class="small"
          aria-label={said.smaller}
          onClick={() => wall?.viewer.viewport.zoomBy(0.67)}
        >
          −
        </button>
        <button type="button" class="small" aria-label={said.larger} onClick={() => wall?.viewer.viewport.zoomBy(1.5)}>
          +
        </button>
        <button type="button" class="small" onClick={showAll}>
          {said.showAll}
        </button>
        <span class="figures" role="status">
          {selected === null ? said.wallOf(placed.length) : cellLabel(selected)}
        </span>
      </div>
    </section>
  );
}
