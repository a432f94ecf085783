import type { SweepCell } from "../../../../state/sweep.js";
import type { GridLine } from "../../../../state/sweep-view-lines.js";

/** Widths of a cell: between cells, and before another group of them. */
const GAP = 0.04;
const GROUP_GAP = 0.18;

/** A cell and its corner, in widths of a cell. */
export interface PlacedCell {
  cell: SweepCell;
  left: number;
  top: number;
}

/** Where each line begins, in widths of a cell, and where the last one ends. */
export function lineStarts(lines: readonly GridLine[], length: number): { starts: number[]; end: number } {
  let at = 0;
  const starts = lines.map(({ isFirst, group }, line) => {
    if (line > 0) at += GAP + (isFirst && group !== null ? GROUP_GAP : 0);
    const start = at;
    at += length;
    return start;
  });
  return { starts, end: at };
}

/** A picture's place inside its cell: whole and in the middle. All in widths of a cell. */
export function insideCell({ width, height }: SweepCell, shape: number) {
  const own = width / Math.max(height, 1);
  const drawn = own >= shape ? 1 : own / shape;
  return { left: (1 - drawn) / 2, top: (1 / shape - drawn / own) / 2, width: drawn, height: drawn / own };
}
