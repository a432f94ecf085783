import type { ExportedCell, ExportedSweep } from "../../../sweep/export/read/exported-sweep.js";
import { axisTitle, cellRemark, titleOf, valueLabel, wordsFor } from "../../../sweep/export/sheet/sheet-words.js";
import { coordinatesAt, type ShownAxes, shownAxes } from "../../../sweep/export/sheet/shown-axes.js";
import type { GridCell, ReportGrid, ReportPicture } from "../report-facts.js";

/** A grid before its pictures are in the page. */
export interface PlannedGrid {
  shown: ShownAxes;
  /** Row by row. */
  cells: ExportedCell[][];
}

/** Every combination of the values of the axes that a grid does not show, the first value of each first. */
function combinations(sweep: ExportedSweep, shown: ShownAxes): number[][] {
  const inside = [shown.columns.axis, shown.rows.axis];
  let all: number[][] = [[]];
  for (const [place, { values }] of sweep.resolved.axes.entries()) {
    const here = inside.includes(place) ? [0] : values.map((_, value) => value);
    all = all.flatMap((before) => here.map((value) => [...before, value]));
  }
  return all;
}

/** Grids of files down and strengths across, one for each prompt, seed and whatever else was varied; undrawn ones left out. */
export function plannedGrids(sweep: ExportedSweep): PlannedGrid[] {
  const usual = shownAxes(sweep.resolved.axes, {});
  return combinations(sweep, usual)
    .map((at): PlannedGrid => {
      const shown = { ...usual, at };
      const cells = shown.rows.values.map((_, row) =>
        shown.columns.values.map((__, column) =>
          sweep.cell(sweep.resolved.indexOf(coordinatesAt(shown, { superRow: 0, row, superColumn: 0, column }))),
        ),
      );
      return { shown, cells };
    })
    .filter(({ cells }) => cells.some((row) => row.some(({ picture }) => picture !== null)));
}

export const picturesIn = ({ cells }: PlannedGrid): string[] =>
  cells.flatMap((row) => row.flatMap(({ picture }) => picture?.path ?? []));

/** The first column's picture where it is the same in every row: those without LoRA. */
function commonControl({ cells }: PlannedGrid): ExportedCell | null {
  const first = cells[0]?.[0] ?? null;
  const content = first?.picture?.content;
  return content !== undefined && cells.every((row) => row[0]?.picture?.content === content) ? first : null;
}

interface Shown {
  pictures: ReadonlyMap<string, ReportPicture>;
  language: "en" | "ja";
  /** Whether a cell is that of the recommendation. */
  isBest(coordinates: readonly number[]): boolean;
}

/** A grid as the page has it. */
export function gridFacts(sweep: ExportedSweep, grid: PlannedGrid, { pictures, language, isBest }: Shown): ReportGrid {
  const { axes } = sweep.resolved;
  const words = wordsFor(language);
  const { columns, rows } = grid.shown;
  const label = (axis: number | null, value: number): string => {
    const known = axis === null ? undefined : axes[axis];
    return known ? valueLabel(known, value, words) : "";
  };
  const title = (axis: number | null): string => {
    const known = axis === null ? undefined : axes[axis];
    return known ? axisTitle(known, words) : "";
  };
  const cellFacts = (cell: ExportedCell): GridCell => ({
    picture: (cell.picture && pictures.get(cell.picture.path)) ?? null,
    remark: cellRemark(cell, words),
    best: isBest(sweep.resolved.coordinatesOf(cell.index)),
  });
  const control = grid.cells.length > 1 ? commonControl(grid) : null;
  const from = control === null ? 0 : 1;
  return {
    title: titleOf(sweep, grid.shown, words),
    columnTitle: title(columns.axis),
    rowTitle: title(rows.axis),
    columns: columns.values.slice(from).map((value) => label(columns.axis, value)),
    rows: grid.cells.map((row, index) => ({
      label: label(rows.axis, rows.values[index] ?? 0),
      cells: row.slice(from).map(cellFacts),
    })),
    control: control && {
      label: label(columns.axis, columns.values[0] ?? 0),
      cell: { ...cellFacts(control), best: false },
    },
  };
}
