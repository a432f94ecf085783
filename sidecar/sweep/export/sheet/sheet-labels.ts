import type { SweepExportWords } from "../../../words/sweep-export-en.js";
import type { ExportedSweep } from "../read/exported-sweep.js";
import type { Colours } from "./colours.js";
import { drawLabel, type Label, type LabelWish } from "./draw-label.js";
import { type GridSizes, layOut, type SheetLayout } from "./lay-out.js";
import type { MeasuredGrid } from "./measure-cells.js";
import { axisTitle, footerOf, labelsOf, titleOf } from "./sheet-words.js";
import type { ShownAxes } from "./shown-axes.js";

/** Every label of a sheet as pixels, and where everything lies. */
export interface LabelledLayout {
  layout: SheetLayout;
  title: Label | null;
  /** By super column. */
  superColumns: readonly Label[];
  /** By super column and column. */
  columns: readonly (readonly Label[])[];
  superRows: readonly Label[];
  rows: readonly (readonly Label[])[];
  corner: Label | null;
  footer: Label | null;
  /** Of the letters, in pixels. */
  size: number;
}

const middle = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[values.length >> 1] ?? 1;

const highest = (labels: readonly Label[]): number => labels.reduce((most, { height }) => Math.max(most, height), 0);

// Letters are a 27th of the cell's two sides together, and never smaller than people read.
const LETTER_SHARE = 27;
const SMALLEST_LETTER = 14;

export interface LabelOptions {
  words: SweepExportWords;
  colours: Colours;
  margin: number | undefined;
  legend: boolean;
}

async function drawAll(texts: readonly string[], wish: (index: number) => Omit<LabelWish, "text">): Promise<Label[]> {
  const labels: Label[] = [];
  for (const [index, text] of texts.entries()) labels.push(await drawLabel({ ...wish(index), text }));
  return labels;
}

/** Draws the labels of a grid, each at a readable size, and lays the sheet out around them. */
export async function labelSheet(
  sweep: ExportedSweep,
  shown: ShownAxes,
  grid: MeasuredGrid,
  { words, colours, margin, legend }: LabelOptions,
): Promise<LabelledLayout> {
  const { axes } = sweep.resolved;
  const cellWidth = middle(grid.columnWidths.flat());
  const cellHeight = middle(grid.rowHeights.flat());
  const size = Math.max(SMALLEST_LETTER, Math.round((cellWidth + cellHeight) / LETTER_SHARE));
  const gap = margin ?? Math.max(2, Math.round(Math.min(cellWidth, cellHeight) / 64));
  const look = { size, colour: colours.text, background: colours.background };
  const faint = {
    ...look,
    size: Math.max(SMALLEST_LETTER, Math.round(size * 0.7)),
    colour: colours.faint,
    bold: false,
  };
  const both = shown.rows.axis !== null && shown.columns.axis !== null;
  const form = both ? "value" : "heading";
  const texts = (axis: ShownAxes["rows"], as: "value" | "heading"): string[] =>
    legend ? labelsOf(axes, axis, words, as) : axis.values.map(() => "");

  const rowTexts = texts(shown.rows, form);
  const rowWidth = Math.max(cellWidth, size * 11);
  const rows: Label[][] = [];
  for (const heights of grid.rowHeights) {
    rows.push(
      await drawAll(rowTexts, (row) => ({ ...look, width: rowWidth, height: Math.max(size * 2, heights[row] ?? 0) })),
    );
  }
  const columnTexts = texts(shown.columns, form);
  const columns: Label[][] = [];
  for (const widths of grid.columnWidths) {
    const height = Math.max(size * 4, Math.round(cellHeight / 2));
    columns.push(await drawAll(columnTexts, (column) => ({ ...look, width: widths[column] ?? 1, height })));
  }
  const bare: GridSizes = {
    ...grid,
    // A label may be higher than its row.
    rowHeights: grid.rowHeights.map((heights, group) =>
      heights.map((height, row) => Math.max(height, rows[group]?.[row]?.height ?? 0)),
    ),
    margin: gap,
    title: 0,
    superColumnLabel: 0,
    columnLabel: highest(columns.flat()),
    superRowLabel: 0,
    footer: 0,
    rowLabel: rows.flat().reduce((most, { width }) => Math.max(most, width), 0),
    leastWidth: legend || sweep.rehearsal ? size * 16 : 0,
  };
  const { width, groups } = layOut(bare);
  const inner = { width: width - 2 * Math.max(gap, 8), height: size * 5 };
  const superColumns = await drawAll(texts(shown.superColumns, "heading"), (group) => ({
    ...look,
    width: groups[group]?.width ?? 1,
    height: size * 4,
  }));
  const superRows = await drawAll(texts(shown.superRows, "heading"), () => ({ ...look, ...inner, align: "left" }));
  const title = legend
    ? await drawLabel({ ...look, ...inner, text: titleOf(sweep, shown, words), align: "left" })
    : null;
  const footerText = [sweep.rehearsal ? words.rehearsal : "", legend ? footerOf(sweep, words) : ""];
  const footer = await drawLabel({
    ...faint,
    ...inner,
    colour: sweep.rehearsal ? colours.rehearsal : faint.colour,
    bold: sweep.rehearsal,
    text: footerText.filter((text) => text !== "").join("  ·  "),
    align: "left",
  });
  const titles = [shown.rows, shown.columns].map(({ axis }) => {
    const named = axis === null ? undefined : axes[axis];
    return named ? axisTitle(named, words) : "";
  });
  const corner =
    legend && both && bare.rowLabel > 0 && bare.columnLabel > 0
      ? await drawLabel({
          ...faint,
          text: `${titles[0]} ↓ ${titles[1]} →`,
          width: bare.rowLabel,
          height: size * 4,
          align: "left",
        })
      : null;
  const layout = layOut({
    ...bare,
    title: title?.height ?? 0,
    columnLabel: Math.max(bare.columnLabel, corner?.height ?? 0),
    superColumnLabel: highest(superColumns),
    superRowLabel: highest(superRows),
    footer: footer.height,
  });
  return { layout, title, superColumns, columns, superRows, rows, corner, footer, size };
}
