import { useMemo } from "preact/hooks";
import { cells, sweep } from "../../../../state/sweep.js";
import { axes, cellAt, columnLines, otherAxes, place, rowLines } from "../../../../state/sweep-view.js";
import { lineStarts, type PlacedCell } from "./wall-places.js";

/** Places of all cells of the layout, in widths of a cell. */
export function useWallCells() {
  const [columns, rows] = [columnLines.value, rowLines.value];
  const { settings } = sweep.value ?? {};
  const shape = settings ? settings.width / settings.height : 1;
  const known = cells.value;
  // A selection that moves along the shown axes leaves the wall as it is.
  const others = otherAxes.value.map(({ id }) => place.value[axes.value.findIndex((axis) => axis.id === id)]).join(" ");
  return useMemo(() => {
    const across = lineStarts(columns, 1);
    const down = lineStarts(rows, 1 / shape);
    const placed: PlacedCell[] = [];
    for (const [row, top] of down.starts.entries()) {
      for (const [column, left] of across.starts.entries()) {
        const cell = known.get(cellAt(row, column));
        if (cell) placed.push({ cell, left, top });
      }
    }
    return { across, down, content: { placed, shape, width: across.end, height: down.end } };
  }, [JSON.stringify([columns, rows]), known, shape, others]);
}
