import type { PortableSweep } from "../../sweep/export/kinds/portable-sweep.js";

/** What a portable page shows of its sweep. */
export interface Shown {
  columns: number | null;
  rows: number | null;
  at: readonly number[];
  hidden: Readonly<Record<number, readonly number[]>>;
}

/** Value indexes of a direction that are not hidden; one place where it has no axis. */
export function shownValues({ axes }: PortableSweep, { hidden }: Shown, axis: number | null): number[] {
  if (axis === null) return [0];
  const all = (axes[axis]?.values ?? []).map((_, index) => index);
  return all.filter((index) => !hidden[axis]?.includes(index));
}

/** Coordinates with a value on an axis; as they are where there is no axis. */
export const withValue = (at: readonly number[], axis: number | null, value: number): readonly number[] =>
  axis === null ? at : at.with(axis, value);

/** Index of a cell: axes as digits, the last runs fastest. */
export const indexAt = ({ axes }: PortableSweep, at: readonly number[]): number =>
  axes.reduce((index, { values }, axis) => index * values.length + (at[axis] ?? 0), 0);

/** The next shown value in a direction; the same one at the end. */
export function step(
  sweep: PortableSweep,
  shown: Shown,
  { at, axis, by }: { at: readonly number[]; axis: number | null; by: 1 | -1 },
): readonly number[] {
  if (axis === null) return at;
  const values = shownValues(sweep, shown, axis);
  const next = values[values.indexOf(at[axis] ?? 0) + by];
  return next === undefined ? at : at.with(axis, next);
}
