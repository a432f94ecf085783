import { batch, computed, signal } from "@preact/signals";
import { sweepView } from "./address.js";
import { keep, kept } from "./kept.js";
import { cells, selectedCell, sweep } from "./sweep.js";
import { printView, readView, type SweepView } from "./sweep-view-address.js";
import { coordinatesOf, indexOf, movedTo } from "./sweep-view-cells.js";
import { fittedLayout, type GridLayout, gridLines, lineOf, placed, visibleValues } from "./sweep-view-lines.js";

export const CELL_SIZES = { least: 56, most: 512 };
/** So wide cells are made to let all columns in, unless a size was chosen. */
const FITTED = { least: 88, most: 200 };

const within = (value: number, { least, most }: { least: number; most: number }): number =>
  Math.min(Math.max(Math.floor(value), least), most);

const keptSize = Number(kept("sweep-cell"));
const chosenSize = signal(keptSize > 0 ? within(keptSize, CELL_SIZES) : null);
/** Width that the grid has for one column, in CSS pixels. */
export const roomForColumn = signal(132);
/** Width of a cell in the grid, in CSS pixels. */
export const usedSize = computed(() => chosenSize.value ?? within(roomForColumn.value, FITTED));

export function resizeCells(size: number): void {
  chosenSize.value = within(size, CELL_SIZES);
  keep("sweep-cell", String(chosenSize.value));
}

export const axes = computed(() => sweep.value?.axes ?? []);
/** How the pictures are looked at; the address holds it. */
export const view = computed(() => readView(sweepView.value));

export function changeView(part: Partial<SweepView>): void {
  sweepView.value = printView({ ...view.value, ...part });
}

export const layout = computed<GridLayout>(() => fittedLayout(axes.value, view.value.layout));

/** Value index on each axis: of the selected cell, else as the steppers say. */
export const place = computed<readonly number[]>(() => {
  const selected = selectedCell.value;
  if (selected !== null && sweep.value !== null && selected < sweep.value.counts.cells) {
    return coordinatesOf(axes.value, selected);
  }
  return axes.value.map(({ id, values }) => Math.min(view.value.at[id] ?? 0, values.length - 1));
});

export const columnLines = computed(() =>
  gridLines(axes.value, view.value.hidden, { inner: layout.value.columns, outer: layout.value.superColumns }),
);
export const rowLines = computed(() =>
  gridLines(axes.value, view.value.hidden, { inner: layout.value.rows, outer: layout.value.superRows }),
);

/** Axes with several values that the grid does not run along: their steppers stand above it. */
export const otherAxes = computed(() => {
  const shown: (string | null)[] = Object.values(layout.value);
  return axes.value.filter(({ id, values }) => values.length > 1 && !shown.includes(id));
});

/** The cell where a row and a column meet. */
export const cellAt = (row: number, column: number): number =>
  indexOf(
    axes.value,
    movedTo(axes.value, place.value, { ...rowLines.value[row]?.values, ...columnLines.value[column]?.values }),
  );

/** The cell without LoRA that differs in nothing else, as the sidecar says, else by the strength axis' first value. */
export function controlOf(index: number): number {
  const told = cells.value.get(index)?.control;
  if (told !== undefined) return told;
  return indexOf(axes.value, movedTo(axes.value, coordinatesOf(axes.value, index), { strength: 0 }));
}

/** The cell that another is compared with: the pinned one, else its own control. */
export const referenceOf = (index: number): number => view.value.reference ?? controlOf(index);

/** Selects a cell, and remembers its place for when none is selected. */
export function selectCell(index: number): void {
  const at = Object.fromEntries(axes.value.map(({ id }, axis) => [id, coordinatesOf(axes.value, index)[axis] ?? 0]));
  batch(() => {
    selectedCell.value = index;
    changeView({ at });
  });
}

/** Goes to a value of an axis; the selection goes along where there is one. */
export function goToValue(axis: string, value: number): void {
  if (selectedCell.value !== null) selectCell(indexOf(axes.value, movedTo(axes.value, place.value, { [axis]: value })));
  else changeView({ at: { ...view.value.at, [axis]: value } });
}

/** Steps along an axis over what is not hidden, round at the ends. */
export function stepValue(axis: string, by: number): void {
  const found = axes.value.findIndex(({ id }) => id === axis);
  const counted = axes.value[found];
  if (counted === undefined) return;
  const shown = visibleValues(counted, view.value.hidden[axis]);
  const at = shown.indexOf(place.value[found] ?? 0);
  const next = shown[(at + by + shown.length) % shown.length];
  if (next !== undefined) goToValue(axis, next);
}

/** Moves the selection over the grid and stays inside it; selects the first cell where none was. */
export function moveSelection(down: number, right: number): void {
  const [rows, columns] = [rowLines.value, columnLines.value];
  const isSelected = selectedCell.value !== null;
  const row = lineOf(rows, axes.value, place.value);
  const column = lineOf(columns, axes.value, place.value);
  const inside = (value: number, count: number): number => Math.min(Math.max(value, 0), count - 1);
  selectCell(
    cellAt(
      inside(isSelected ? row + down : Math.max(row, 0), rows.length),
      inside(isSelected ? column + right : Math.max(column, 0), columns.length),
    ),
  );
}

export const putAxis = (where: keyof GridLayout, id: string | null): void =>
  changeView({ layout: placed(layout.value, where, id) });

/** Columns become rows and rows columns, with what is around them. */
export function swapAxes(): void {
  const { columns, rows, superColumns, superRows } = layout.value;
  changeView({
    layout: { columns: rows, rows: columns, superColumns: superRows ?? "", superRows: superColumns ?? "" },
  });
}

export function toggleHidden(axis: string, value: number): void {
  const { hidden } = view.value;
  const before = hidden[axis] ?? [];
  const after = before.includes(value)
    ? before.filter((one) => one !== value)
    : [...before, value].sort((a, b) => a - b);
  changeView({ hidden: { ...hidden, [axis]: after } });
}
