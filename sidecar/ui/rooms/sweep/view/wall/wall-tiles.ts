import { sizeFor, type WallBitmaps } from "./wall-bitmaps.js";
import { insideCell, type PlacedCell } from "./wall-places.js";

/** All that a wall shows, and how large it is in widths of a cell. */
export interface WallContent {
  placed: readonly PlacedCell[];
  /** Width of a cell for its height. */
  shape: number;
  width: number;
  height: number;
}

/** A part of the wall in its own lengths, and how many pixels a width of a cell takes. */
interface Part {
  left: number;
  top: number;
  width: number;
  height: number;
  scale: number;
}

const EMPTY = "rgb(128 128 128 / 22%)";
const WRONG = "#d33a30";

/** Draws a part of the wall with the pictures that are there; better ones are asked for. */
export function drawPart(
  context: CanvasRenderingContext2D,
  { placed, shape }: WallContent,
  part: Part,
  bitmaps: WallBitmaps,
): void {
  const height = 1 / shape;
  context.imageSmoothingQuality = "medium";
  for (const { cell, left, top } of placed) {
    if (left > part.left + part.width || left + 1 < part.left) continue;
    if (top > part.top + part.height || top + height < part.top) continue;
    const [x, y] = [(left - part.left) * part.scale, (top - part.top) * part.scale];
    const inside = insideCell(cell, shape);
    const longest = Math.max(inside.width, inside.height) * part.scale;
    const bitmap = cell.picture ? bitmaps.take(cell.picture, sizeFor(longest)) : null;
    if (bitmap) {
      context.drawImage(
        bitmap,
        x + inside.left * part.scale,
        y + inside.top * part.scale,
        inside.width * part.scale,
        inside.height * part.scale,
      );
    } else {
      context.fillStyle = EMPTY;
      context.fillRect(x, y, part.scale, height * part.scale);
    }
    if (cell.state !== "wrong" && cell.state !== "failed") continue;
    context.strokeStyle = WRONG;
    context.lineWidth = Math.max(1, part.scale / 40);
    context.strokeRect(x, y, part.scale, height * part.scale);
  }
}
