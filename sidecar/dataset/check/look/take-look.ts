import type { Sharp } from "sharp";
import type { RawImage } from "../../bmp.js";
import { brightness, type Plane } from "../measures/plane.js";
import { frequencyHash } from "./frequency-hash.js";
import { keyPoints } from "./key-points.js";
import { type Look, THUMB } from "./look.js";

const LONGER_SIDE = 160;
const HASH_SIDE = 32;

/** The mean of what lies below each pixel of a smaller picture, whatever its shape: `side` × `side` × `channels`. */
function averaged(data: ArrayLike<number>, { width, height, channels, side }: AveragedSize) {
  const small = new Float32Array(side * side * channels);
  for (let row = 0; row < side; row += 1) {
    const top = Math.floor((row * height) / side);
    const bottom = Math.max(top + 1, Math.floor(((row + 1) * height) / side));
    for (let column = 0; column < side; column += 1) {
      const left = Math.floor((column * width) / side);
      const right = Math.max(left + 1, Math.floor(((column + 1) * width) / side));
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        for (let y = top; y < bottom; y += 1) {
          for (let x = left; x < right; x += 1) sum += data[(y * width + x) * channels + channel] ?? 0;
        }
        small[(row * side + column) * channels + channel] = sum / ((bottom - top) * (right - left));
      }
    }
  }
  return small;
}

interface AveragedSize {
  width: number;
  height: number;
  channels: number;
  side: number;
}

/** A picture's look; what is transparent lies on white. @param picture upright, in sRGB, nothing decoded yet */
export async function takeLook(picture: Sharp): Promise<Look> {
  // One decoding, at a small size where the format allows; the rest works on what it leaves.
  const { data, info } = await picture
    .flatten({ background: "#ffffff" })
    .resize(LONGER_SIDE, LONGER_SIDE, { fit: "inside" })
    .removeAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const raw: RawImage = { data, width, height, channels: 3 };
  const plane = brightness(raw);
  const square: Plane = {
    data: averaged(plane.data, { width, height, channels: 1, side: HASH_SIDE }),
    width: HASH_SIDE,
    height: HASH_SIDE,
  };
  const thumb = Uint8Array.from(averaged(data, { width, height, channels: 3, side: THUMB }), Math.round);
  return { aspect: width / height, ...frequencyHash(square), thumb, points: keyPoints(plane) };
}
