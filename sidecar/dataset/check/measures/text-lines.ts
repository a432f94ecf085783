import type { Box } from "./bands.js";
import type { Plane } from "./plane.js";

const CELL = 16;
// Grey levels between one pixel and the next but one, at the side of a letter's stroke.
const STROKE = 40;
// Both sides of a stroke lie so near each other.
const WIDTH = 10;
// Strokes a row of a cell has inside a line of text, and above and below one.
const [DENSE, QUIET] = [0.55, 0.08];
// Cells side by side: shorter words are not told from a pattern.
const LEAST_CELLS = 6;
const MOST_STRIPS = 4;

/** Strokes in each cell, a row: light and dark sides that follow one another closely. */
function strokes({ data, width }: Plane, { left, top, right, bottom }: Box) {
  const columns = Math.floor((right - left) / CELL);
  const rows = Math.floor((bottom - top) / CELL);
  const counts = new Float32Array(columns * rows);
  for (let y = 0; y < rows * CELL; y += 1) {
    let [lastSign, lastPlace] = [0, -WIDTH];
    for (let x = 1; x < columns * CELL - 1; x += 1) {
      const at = (top + y) * width + left + x;
      const step = (data[at + 1] ?? 0) - (data[at - 1] ?? 0);
      if (Math.abs(step) < STROKE) continue;
      const sign = Math.sign(step);
      if (sign !== lastSign && x - lastPlace <= WIDTH) {
        const cell = Math.floor(y / CELL) * columns + Math.floor(x / CELL);
        counts[cell] = (counts[cell] ?? 0) + 1 / CELL;
      }
      [lastSign, lastPlace] = [sign, x];
    }
  }
  return { columns, rows, counts };
}

/**
 * Lines that look like text: many strokes side by side in a narrow strip with quiet above and below. A hint only: letters
 * that are large, slanted, or written over a busy picture are not found.
 * @returns boxes in pixels of the plane
 */
export function textLines(plane: Plane, inside: Box): Box[] {
  const { columns, rows, counts } = strokes(plane, inside);
  const at = (row: number, column: number): number =>
    row < 0 || row >= rows ? 0 : (counts[row * columns + column] ?? 0);
  const found: Box[] = [];
  const taken = new Uint8Array(columns * rows);
  for (let height = 1; height <= MOST_STRIPS; height += 1) {
    for (let row = 0; row + height <= rows; row += 1) {
      let run = 0;
      const end = (column: number): void => {
        if (run >= LEAST_CELLS) {
          const [left, right] = [column - run, column];
          found.push({
            left: inside.left + left * CELL,
            right: inside.left + right * CELL,
            top: inside.top + row * CELL,
            bottom: inside.top + (row + height) * CELL,
          });
          for (let y = row; y < row + height; y += 1) taken.fill(1, y * columns + left, y * columns + right);
        }
        run = 0;
      };
      for (let column = 0; column < columns; column += 1) {
        let inner = 0;
        for (let y = row; y < row + height; y += 1) inner += at(y, column);
        const outer = Math.max(at(row - 1, column), at(row + height, column));
        const isText = inner / height >= DENSE && outer <= QUIET && taken[row * columns + column] === 0;
        if (isText) run += 1;
        else end(column);
      }
      end(columns);
    }
  }
  return found;
}
