import type { RawImage } from "../../dataset/bmp.js";
import { resizeBicubic } from "./resize-plain.js";

/** One channel over white, with the integer rounding of Pillow's alpha_composite (onto an opaque ground). */
function overWhite(value: number, alpha: number): number {
  const blend = value * alpha + 255 * (255 - alpha);
  const rounded = blend + 128;
  return ((rounded >> 8) + rounded) >> 8;
}

/** The picture on a white square of its longer side, placed in the middle (rounded to the left and top). */
function onWhiteSquare({ data, width, height, channels }: RawImage): { pixels: Uint8Array; side: number } {
  const side = Math.max(width, height);
  const pixels = new Uint8Array(side * side * 3).fill(255);
  const left = Math.floor((side - width) / 2);
  const top = Math.floor((side - height) / 2);
  for (let row = 0; row < height; row += 1) {
    let to = ((row + top) * side + left) * 3;
    let from = row * width * channels;
    for (let column = 0; column < width; column += 1) {
      const alpha = channels === 4 ? (data[from + 3] ?? 255) : 255;
      for (let channel = 0; channel < 3; channel += 1)
        pixels[to + channel] = overWhite(data[from + channel] ?? 0, alpha);
      to += 3;
      from += channels;
    }
  }
  return { pixels, side };
}

/** `squareOnWhite` step by step in plain JavaScript: where there is no SIMD, and what the fast way is tested against. */
export function squareOnWhitePlain(image: RawImage, size: number): Uint8Array {
  const { pixels, side } = onWhiteSquare(image);
  return side === size ? pixels : resizeBicubic(pixels, { width: side, height: side, toWidth: size, toHeight: size });
}
