import { batch, computed, signal } from "@preact/signals";
import { selectedCell } from "./sweep.js";
import { axes, changeView, columnLines, place, referenceOf, selectCell, view } from "./sweep-view.js";
import { indexOf, movedTo } from "./sweep-view-cells.js";
import { lineOf } from "./sweep-view-lines.js";

/** The cell that the large view is about: the selected one, else where the steppers stand. */
export const shownCell = computed(() => selectedCell.value ?? indexOf(axes.value, place.value));

/** Cells that were put into panes by hand, by the pane's number. */
const chosen = signal<ReadonlyMap<number, number>>(new Map());

/** Cells of the panes: the reference beside the shown one; four show its neighbours along the columns too. */
export const paneCells = computed<number[]>(() => {
  const shown = shownCell.value;
  const { compare } = view.value;
  if (compare !== "two" && compare !== "four") return [shown];
  const columns = columnLines.value;
  const column = lineOf(columns, axes.value, place.value);
  const beside = (by: number): number => {
    const line = columns[Math.min(Math.max(column + by, 0), columns.length - 1)];
    return line ? indexOf(axes.value, movedTo(axes.value, place.value, line.values)) : shown;
  };
  const usual = compare === "two" ? [referenceOf(shown), shown] : [referenceOf(shown), beside(-1), shown, beside(1)];
  return usual.map((cell, pane) => chosen.value.get(pane) ?? cell);
});

/** Holds a pane's picture while the selection goes on; again lets it go. */
export function holdPane(pane: number): void {
  const next = new Map(chosen.value);
  const cell = paneCells.value[pane];
  if (next.has(pane) || cell === undefined) next.delete(pane);
  else next.set(pane, cell);
  chosen.value = next;
}

export const isHeld = (pane: number): boolean => chosen.value.has(pane);

export function compareAs(compare: typeof view.value.compare): void {
  batch(() => {
    chosen.value = new Map();
    // One picture and its reference need a place: that of the steppers becomes the selection.
    if (selectedCell.value === null) selectCell(shownCell.value);
    changeView({ mode: "zoom", compare });
  });
}

/** Pins the selected cell as what others are compared with; pinned already, the control takes its place again. */
export function pinReference(): void {
  const shown = shownCell.value;
  changeView({ reference: view.value.reference === shown ? null : shown });
}
