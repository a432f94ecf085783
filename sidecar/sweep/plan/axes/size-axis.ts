import { type ListPiece, splitList } from "../values/split-list.js";
import type { Reading, ValueMistake } from "../values/value-mistake.js";
import { type AxisPoint, pointsOf } from "./axis-point.js";

const SMALLEST_SIDE = 64;
const LARGEST_SIDE = 8192;
/** WebUIs draw latents of 8 × 8 pixels, and cut a side off to a multiple of it. */
export const SIDE_STEP = 8;

/** Width and height of `512x768`; null for what is no size. */
export function readSize(text: string): { width: number; height: number } | null {
  const found = /^(\d{1,5})\s*[x×*]\s*(\d{1,5})$/i.exec(text.normalize("NFKC"));
  return found && { width: Number(found[1]), height: Number(found[2]) };
}

function mistakeOf({ text }: ListPiece): ValueMistake | null {
  const size = readSize(text);
  if (size === null) return { code: "notASize", piece: text };
  const sides = [size.width, size.height];
  if (sides.some((side) => side < SMALLEST_SIDE || side > LARGEST_SIDE)) {
    return { code: "outOfRange", piece: text, minimum: SMALLEST_SIDE, maximum: LARGEST_SIDE };
  }
  return sides.every((side) => side % SIDE_STEP === 0) ? null : { code: "sizeStep", piece: text, minimum: SIDE_STEP };
}

/** Sizes such as 512x768. */
export function readSizes(written: string): Reading<AxisPoint> {
  const pieces = splitList(written);
  const mistakes = pieces.map(mistakeOf).filter((mistake) => mistake !== null);
  const good = pieces.filter((piece) => mistakeOf(piece) === null);
  const sizes = good.map(({ text, skip }) => {
    const size = readSize(text);
    return { text: size === null ? text : `${size.width}x${size.height}`, skip };
  });
  const values = pointsOf(
    sizes,
    (request, text) => ({ ...request, ...readSize(text) }),
    (text) => text.replace("x", " × "),
  );
  if (pieces.length === 0) mistakes.push({ code: "noValues", piece: "" });
  return { values, mistakes };
}
