const sides = ["left", "top", "right", "bottom"] as const;
export type Side = (typeof sides)[number];

// Parts of a side: a row or two of pixels is no head.
const WORTH_TELLING = 0.01;

/**
 * The sides at which the trainer cuts into the subject.
 * @param subject left, top, right, bottom in parts of the picture @param resized width and height before the cut
 * @param crop left, top, right, bottom of what stays, in pixels of the resized picture
 */
export function cutSides(subject: readonly number[], resized: readonly number[], crop: readonly number[]): Side[] {
  const [left = 0, top = 0, right = 1, bottom = 1] = subject;
  const [width = 1, height = 1] = resized;
  const [cropLeft = 0, cropTop = 0, cropRight = width, cropBottom = height] = crop;
  const into: Record<Side, number> = {
    left: cropLeft / width - left,
    top: cropTop / height - top,
    right: right - cropRight / width,
    bottom: bottom - cropBottom / height,
  };
  return sides.filter((side) => into[side] > WORTH_TELLING);
}
