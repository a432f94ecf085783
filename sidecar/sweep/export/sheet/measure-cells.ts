import type { ExportedCell, ExportedSweep } from "../read/exported-sweep.js";
import { coordinatesAt, type GridPlace, type ShownAxes } from "./shown-axes.js";

export interface MeasuredCell {
  cell: ExportedCell;
  place: GridPlace;
  /** As it is shown, in pixels. */
  width: number;
  height: number;
}

export interface MeasuredGrid {
  cells: readonly MeasuredCell[];
  columnWidths: readonly (readonly number[])[];
  rowHeights: readonly (readonly number[])[];
}

/** A grid's places in the order of reading. */
export function* places(shown: ShownAxes): Generator<GridPlace> {
  const counts = [shown.superRows, shown.rows, shown.superColumns, shown.columns].map(({ values }) => values.length);
  const [superRows = 0, rows = 0, superColumns = 0, columns = 0] = counts;
  for (let superRow = 0; superRow < superRows; superRow += 1)
    for (let row = 0; row < rows; row += 1)
      for (let superColumn = 0; superColumn < superColumns; superColumn += 1)
        for (let column = 0; column < columns; column += 1) yield { superRow, row, superColumn, column };
}

/** Size of a picture, or the one it was to have. */
function sizeOf({ resolved }: ExportedSweep, { picture, index }: ExportedCell): { width: number; height: number } {
  if (picture) return picture;
  const request = resolved.requestOf(index);
  const { width, height } = request ?? resolved.settings;
  const scale = request?.hires?.scale ?? 1;
  return { width: Math.round(width * scale), height: Math.round(height * scale) };
}

const table = (rows: number, columns: number): number[][] =>
  Array.from({ length: rows }, () => Array.from({ length: columns }, () => 1));

function widen(sizes: number[][], group: number, index: number, size: number): void {
  const list = sizes[group];
  if (list) list[index] = Math.max(list[index] ?? 0, size);
}

/** Every cell of a grid with its size. @param cellWidth of the widest; nothing is enlarged */
export function measureCells(sweep: ExportedSweep, shown: ShownAxes, cellWidth?: number): MeasuredGrid {
  const found = [...places(shown)].map((place) => {
    const cell = sweep.cell(sweep.resolved.indexOf(coordinatesAt(shown, place)));
    return { cell, place, ...sizeOf(sweep, cell) };
  });
  const widest = found.reduce((most, { width }) => Math.max(most, width), 1);
  const scale = Math.min(1, (cellWidth ?? widest) / widest);
  const columnWidths = table(shown.superColumns.values.length, shown.columns.values.length);
  const rowHeights = table(shown.superRows.values.length, shown.rows.values.length);
  const cells = found.map(({ cell, place, ...size }) => {
    const width = Math.max(1, Math.round(size.width * scale));
    const height = Math.max(1, Math.round(size.height * scale));
    widen(columnWidths, place.superColumn, place.column, width);
    widen(rowHeights, place.superRow, place.row, height);
    return { cell, place, width, height };
  });
  return { cells, columnWidths, rowHeights };
}
