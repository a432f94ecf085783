/** Sizes in pixels that a grid is laid out from. */
export interface GridSizes {
  /** Width of each column, by super column and column. */
  columnWidths: readonly (readonly number[])[];
  /** Height of each row, by super row and row. */
  rowHeights: readonly (readonly number[])[];
  /** Between cells. */
  margin: number;
  /** Heights of labels; 0 for none. */
  title: number;
  superColumnLabel: number;
  columnLabel: number;
  superRowLabel: number;
  footer: number;
  /** Width of the labels at the left; 0 for none. */
  rowLabel: number;
  /** So that a title has room over a single narrow column. */
  leastWidth: number;
}

/** A stretch of the sheet over its whole width. */
export interface Band {
  kind: "title" | "superColumns" | "columns" | "superRow" | "row" | "footer";
  superRow: number;
  row: number;
  y: number;
  height: number;
}

export interface SheetLayout {
  width: number;
  height: number;
  /** Left edge of the row labels. */
  labelX: number;
  /** Left edge of each column, by super column and column. */
  columnX: readonly (readonly number[])[];
  /** Left edge and width of each group of columns. */
  groups: readonly { x: number; width: number }[];
  /** From top to bottom, with gaps between. */
  bands: readonly Band[];
}

// Groups of columns and rows stand this many margins apart, at least some pixels.
const GROUP_GAP = 3;

/** Where everything lies. Labels keep their size: what is larger than its cells makes the sheet larger. */
export function layOut(sizes: GridSizes): SheetLayout {
  const edge = Math.max(sizes.margin, 8);
  const groupGap = Math.max(GROUP_GAP * sizes.margin, 12);
  const labelX = edge;
  let x = edge + (sizes.rowLabel > 0 ? sizes.rowLabel + edge : 0);
  const columnX: number[][] = [];
  const groups: { x: number; width: number }[] = [];
  for (const [group, widths] of sizes.columnWidths.entries()) {
    if (group > 0) x += groupGap - sizes.margin;
    const start = x;
    columnX.push(
      widths.map((width) => {
        const left = x;
        x += width + sizes.margin;
        return left;
      }),
    );
    groups.push({ x: start, width: x - sizes.margin - start });
  }
  const width = Math.max(sizes.leastWidth, x - sizes.margin + edge);
  const bands: Band[] = [];
  let y = edge;
  const add = (kind: Band["kind"], height: number, gap: number, superRow = 0, row = 0): void => {
    if (height <= 0) return;
    bands.push({ kind, superRow, row, y, height });
    y += height + gap;
  };
  const labelGap = Math.max(sizes.margin, 6);
  add("title", sizes.title, 2 * labelGap);
  for (const [superRow, heights] of sizes.rowHeights.entries()) {
    if (superRow > 0) y += groupGap - sizes.margin;
    add("superRow", sizes.superRowLabel, labelGap, superRow);
    add("superColumns", sizes.superColumnLabel, labelGap, superRow);
    add("columns", sizes.columnLabel, labelGap, superRow);
    for (const [row, height] of heights.entries()) add("row", height, sizes.margin, superRow, row);
  }
  if (sizes.footer > 0) {
    y += Math.max(0, labelGap - sizes.margin);
    add("footer", sizes.footer, 0);
  } else y -= sizes.margin;
  return { width, height: y + edge, labelX, columnX, groups, bands };
}
