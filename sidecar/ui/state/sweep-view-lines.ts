import type { CountedAxis } from "./sweep-view-cells.js";

/** Which axis runs where. */
export interface GridLayout {
  columns: string;
  rows: string;
  superColumns: string | null;
  superRows: string | null;
}

/** One column or row of the grid. */
export interface GridLine {
  /** Value indexes by axis id: that of the axis itself and of the one around it. */
  values: Readonly<Record<string, number>>;
  /** Value index on the axis. */
  value: number;
  /** Value index on the axis around it; null without one. */
  group: number | null;
  /** The first of its group. */
  isFirst: boolean;
}

const PLACES = ["columns", "rows", "superColumns", "superRows"] as const;
type Place = (typeof PLACES)[number];

/** What is wished as far as the sweep has it: strength across and checkpoints down, or the first axes that vary. */
export function fittedLayout(axes: readonly CountedAxis[], wished: Partial<GridLayout>): GridLayout {
  const has = (id: string | null | undefined): id is string => axes.some((axis) => axis.id === id);
  const taken = new Set<string>();
  const take = (id: string): string => {
    taken.add(id);
    return id;
  };
  const varying = (usual: string): string => {
    const free = axes.filter(({ id }) => !taken.has(id));
    const first = free.find(({ id, values }) => id === usual && values.length > 1);
    return (first ?? free.find(({ values }) => values.length > 1) ?? free[0])?.id ?? usual;
  };
  const wishedRows = has(wished.rows) ? wished.rows : null;
  if (wishedRows !== null && wishedRows !== wished.columns) taken.add(wishedRows);
  const columns = take(has(wished.columns) ? wished.columns : varying("strength"));
  const rows = take(wishedRows !== null && wishedRows !== columns ? wishedRows : varying("lora"));
  const around = (id: string | null | undefined): string | null => (has(id) && !taken.has(id) ? take(id) : null);
  return { columns, rows, superColumns: around(wished.superColumns), superRows: around(wished.superRows) };
}

/** Puts an axis at a place; what was there goes where the axis came from. */
export function placed(layout: GridLayout, place: Place, id: string | null): GridLayout {
  const from = PLACES.find((one) => layout[one] === id);
  const next: Record<Place, string | null> = { ...layout, [place]: id };
  if (id !== null && from !== undefined && from !== place) next[from] = layout[place];
  const { columns, rows, superColumns, superRows } = next;
  // Across and down are never empty: emptying one is no change.
  if (columns === null || rows === null) return layout;
  return { columns, rows, superColumns, superRows };
}

/** Value indexes of an axis that are not hidden; all of them when all are. */
export function visibleValues(axis: CountedAxis, hidden: readonly number[] = []): number[] {
  const all = Array.from(axis.values, (_, value) => value);
  const left = all.filter((value) => !hidden.includes(value));
  return left.length > 0 ? left : all;
}

/** The columns or rows, in order: each value of the axis, again for each value of the one around it. */
export function gridLines(
  axes: readonly CountedAxis[],
  hidden: Readonly<Record<string, readonly number[]>>,
  { inner, outer }: { inner: string; outer: string | null },
): GridLine[] {
  const valuesOf = (id: string): number[] => {
    const axis = axes.find((one) => one.id === id);
    return axis ? visibleValues(axis, hidden[id]) : [0];
  };
  const groups = outer === null ? [null] : valuesOf(outer);
  return groups.flatMap((group) =>
    valuesOf(inner).map((value, at) => ({
      values: { [inner]: value, ...(outer === null || group === null ? {} : { [outer]: group }) },
      value,
      group,
      isFirst: at === 0,
    })),
  );
}

/** The line that a cell stands in; -1 when it is hidden. */
export const lineOf = (
  lines: readonly GridLine[],
  axes: readonly CountedAxis[],
  coordinates: readonly number[],
): number =>
  lines.findIndex(({ values }) =>
    axes.every(({ id }, at) => values[id] === undefined || values[id] === coordinates[at]),
  );
