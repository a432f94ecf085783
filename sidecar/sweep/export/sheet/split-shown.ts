import type { SweepAxis } from "../../plan/resolved-sweep.js";
import { type SheetLook, type ShownAxes, type ShownAxis, shownValues } from "./shown-axes.js";

/** One sheet of several, and what tells it from the others: value indexes by place of the axis. */
export interface SheetPart {
  shown: ShownAxes;
  told: readonly { axis: number; value: number }[];
}

/**
 * One sheet for each shown value of every axis that is neither across nor down. In the order of the sweep's axes, the last
 * running fastest.
 */
export function sheetPerValue(axes: readonly SweepAxis[], shown: ShownAxes, look: SheetLook): SheetPart[] {
  const none: ShownAxis = { axis: null, values: [0] };
  const others = axes.flatMap((axis, place) => {
    const isInside = place === shown.columns.axis || place === shown.rows.axis;
    return isInside ? [] : [{ place, values: shownValues(axis, look.hidden) }];
  });
  let parts: SheetPart[] = [{ shown: { ...shown, superColumns: none, superRows: none }, told: [] }];
  for (const { place, values } of others) {
    parts = parts.flatMap((part) =>
      values.map((value) => ({
        shown: { ...part.shown, at: part.shown.at.with(place, value) },
        told: values.length > 1 ? [...part.told, { axis: place, value }] : part.told,
      })),
    );
  }
  return parts;
}

const halves = (values: readonly number[]): (readonly number[])[] => {
  const middle = Math.ceil(values.length / 2);
  return [values.slice(0, middle), values.slice(middle)];
};

/** The same cells in two or more grids: by the outermost direction that has several values. Null: it is one cell. */
export function splitShown(shown: ShownAxes): ShownAxes[] | null {
  const { superRows, superColumns, rows, columns } = shown;
  if (superRows.values.length > 1) {
    return superRows.values.map((value) => ({ ...shown, superRows: { ...superRows, values: [value] } }));
  }
  if (superColumns.values.length > 1) {
    return superColumns.values.map((value) => ({ ...shown, superColumns: { ...superColumns, values: [value] } }));
  }
  if (rows.values.length > 1 && rows.values.length >= columns.values.length) {
    return halves(rows.values).map((values) => ({ ...shown, rows: { ...rows, values } }));
  }
  if (columns.values.length > 1) {
    return halves(columns.values).map((values) => ({ ...shown, columns: { ...columns, values } }));
  }
  return null;
}
