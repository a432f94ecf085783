import type { RawImage } from "../../dataset/bmp.js";
import { type InputLayout, white } from "../layouts/model-layout.js";
import { resizeBicubic } from "./resize-plain.js";

/** What a picture that is not square becomes. */
export type Framing = Pick<InputLayout, "fit" | "ground">;

export const onWhite: Framing = { fit: "pad", ground: white };

/** One channel over white, with the integer rounding of Pillow's alpha_composite (onto an opaque ground). */
function overWhite(value: number, alpha: number): number {
  const blend = value * alpha + 255 * (255 - alpha);
  const rounded = blend + 128;
  return ((rounded >> 8) + rounded) >> 8;
}

interface Framed {
  pixels: Uint8Array;
  width: number;
  height: number;
}

/** The picture over white, in the middle of a square of its longer side (rounded to the left and top), or as it is. */
function framed({ data, width, height, channels }: RawImage, { fit, ground }: Framing): Framed {
  const longer = Math.max(width, height);
  const [side, rows] = fit === "pad" ? [longer, longer] : [width, height];
  const pixels = new Uint8Array(side * rows * 3);
  for (let index = 0; index < pixels.length; index += 1) pixels[index] = ground[index % 3] ?? 255;
  const left = Math.floor((side - width) / 2);
  const top = Math.floor((rows - height) / 2);
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
  return { pixels, width: side, height: rows };
}

/** `framePicture` step by step in plain JavaScript: where there is no SIMD, and what the fast way is tested against. */
export function framePlain(image: RawImage, size: number, framing: Framing = onWhite): Uint8Array {
  const { pixels, width, height } = framed(image, framing);
  return resizeBicubic(pixels, { width, height, toWidth: size, toHeight: size });
}
