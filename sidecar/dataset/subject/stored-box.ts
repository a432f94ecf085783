import type { MarkedBox } from "../../store/subject-table.js";

/**
 * A box of the upright picture in the picture as it is stored, which is what the trainer sees.
 * @param orientation EXIF, 1–8: how the stored picture is to be turned to stand upright
 */
export function storedBox([left, top, right, bottom]: MarkedBox, orientation: number): MarkedBox {
  // 5–8 stand on their side: the stored rows are the upright columns.
  const [x0, y0, x1, y1] = orientation >= 5 ? [top, left, bottom, right] : [left, top, right, bottom];
  const mirroredAcross = [2, 3, 7, 8].includes(orientation);
  const mirroredDown = [3, 4, 6, 7].includes(orientation);
  const across = mirroredAcross ? [1 - x1, 1 - x0] : [x0, x1];
  const down = mirroredDown ? [1 - y1, 1 - y0] : [y0, y1];
  return [across[0] ?? 0, down[0] ?? 0, across[1] ?? 1, down[1] ?? 1];
}
