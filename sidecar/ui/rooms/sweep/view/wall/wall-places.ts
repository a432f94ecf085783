import { cellPicture, type SweepCell } from "../../../../state/sweep.js";
import type { GridLine } from "../../../../state/sweep-view-lines.js";

/** Widths of a cell: between cells, and before another group of them. */
const GAP = 0.04;
const GROUP_GAP = 0.18;
const SMALL = [128, 256, 512, 1024];

/** Where each line begins, in widths or heights of a cell, and where the last one ends. */
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

/** The picture in growing sizes, whole each: a wall of thousands loads no more than it shows. */
export function pyramidOf({ picture, width, height }: SweepCell & { picture: string }) {
  const longest = Math.max(width, height, 1);
  const smaller = SMALL.filter((size) => size < longest).map((size) => ({
    url: cellPicture(picture, size),
    width: Math.max(1, Math.round((width * size) / longest)),
    height: Math.max(1, Math.round((height * size) / longest)),
  }));
  return { type: "legacy-image-pyramid", levels: [...smaller, { url: cellPicture(picture), width, height }] };
}

/** A picture's place inside its cell: whole and in the middle. */
export function insideCell({ width, height }: SweepCell, shape: number): { left: number; top: number; width: number } {
  const own = width / Math.max(height, 1);
  const drawn = own >= shape ? 1 : own / shape;
  return { left: (1 - drawn) / 2, top: (1 / shape - drawn / own) / 2, width: drawn };
}
