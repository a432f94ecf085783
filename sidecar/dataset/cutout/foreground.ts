import type { Mask } from "./mask.js";
import { toBytes, toShares } from "./shares.js";

// As the method's authors: how much neighbours agree at least, and by how much less where alpha differs.
const REGULARISATION = 1e-5;
const GRADIENT_WEIGHT = 1;
const SMALL_SIDE = 32;
const ROUNDS_SMALL = 10;
const ROUNDS_LARGE = 2;

interface Level {
  width: number;
  height: number;
}

/** Planes of another size, each pixel the nearest. */
function nearest(planes: Float32Array, from: Level, to: Level, channels: number): Float32Array {
  const result = new Float32Array(to.width * to.height * channels);
  for (let row = 0; row < to.height; row += 1) {
    const sourceRow = Math.min(from.height - 1, Math.floor((row * from.height) / to.height));
    for (let column = 0; column < to.width; column += 1) {
      const sourceColumn = Math.min(from.width - 1, Math.floor((column * from.width) / to.width));
      const source = (sourceRow * from.width + sourceColumn) * channels;
      const target = (row * to.width + column) * channels;
      for (let channel = 0; channel < channels; channel += 1) {
        result[target + channel] = planes[source + channel] ?? 0;
      }
    }
  }
  return result;
}

interface Colours {
  front: Float32Array;
  back: Float32Array;
}

/** True inside subject or background, where one of the two colours is plainly seen and nothing else is to be found. */
function isPlain(alpha: Float32Array, pixel: number, { width, height }: Level): boolean {
  const share = alpha[pixel];
  if (share !== 0 && share !== 1) return false;
  const column = pixel % width;
  return (
    (column === 0 || alpha[pixel - 1] === share) &&
    (column === width - 1 || alpha[pixel + 1] === share) &&
    (pixel < width || alpha[pixel - width] === share) &&
    (pixel >= width * (height - 1) || alpha[pixel + width] === share)
  );
}

const clamped = (value: number): number => Math.min(1, Math.max(0, value));

/** Once over all pixels: both colours are those that explain the pixel and agree with the neighbours' best. */
function improve({ front, back }: Colours, image: Float32Array, alpha: Float32Array, level: Level): void {
  const { width, height } = level;
  // Used again for each pixel: a new list for each of millions is slow.
  const weights = new Float64Array(4);
  const neighbours = new Int32Array(4);
  for (let pixel = 0; pixel < alpha.length; pixel += 1) {
    const share = alpha[pixel] ?? 0;
    if (isPlain(alpha, pixel, level)) {
      const seen = share === 1 ? front : back;
      for (let at = pixel * 3; at < pixel * 3 + 3; at += 1) seen[at] = image[at] ?? 0;
      continue;
    }
    const column = pixel % width;
    let count = 0;
    if (column > 0) neighbours[count++] = pixel - 1;
    if (column < width - 1) neighbours[count++] = pixel + 1;
    if (pixel >= width) neighbours[count++] = pixel - width;
    if (pixel < width * (height - 1)) neighbours[count++] = pixel + width;
    let agreement = 0;
    for (let one = 0; one < count; one += 1) {
      const other = alpha[neighbours[one] ?? 0] ?? 0;
      const weight = REGULARISATION + GRADIENT_WEIGHT * Math.abs(share - other);
      weights[one] = weight;
      agreement += weight;
    }
    if (agreement === 0) continue;
    const rest = 1 - share;
    const [a, b, c] = [share * share + agreement, share * rest, rest * rest + agreement];
    const determinant = a * c - b * b;
    for (let channel = 0; channel < 3; channel += 1) {
      const at = pixel * 3 + channel;
      let wantFront = share * (image[at] ?? 0);
      let wantBack = rest * (image[at] ?? 0);
      for (let one = 0; one < count; one += 1) {
        const beside = (neighbours[one] ?? 0) * 3 + channel;
        wantFront += (weights[one] ?? 0) * (front[beside] ?? 0);
        wantBack += (weights[one] ?? 0) * (back[beside] ?? 0);
      }
      front[at] = clamped((c * wantFront - b * wantBack) / determinant);
      back[at] = clamped((a * wantBack - b * wantFront) / determinant);
    }
  }
}

/** Mean colour of the pixels with a share between two. */
function meanColour(image: Float32Array, alpha: Float32Array, [least, most]: readonly [number, number]): Float32Array {
  const sums = new Float64Array(3);
  let count = 0;
  for (let pixel = 0; pixel < alpha.length; pixel += 1) {
    const share = alpha[pixel] ?? 0;
    if (share < least || share > most) continue;
    count += 1;
    for (let channel = 0; channel < 3; channel += 1) {
      sums[channel] = (sums[channel] ?? 0) + (image[pixel * 3 + channel] ?? 0);
    }
  }
  return Float32Array.from(sums, (sum) => sum / Math.max(1, count));
}

/**
 * The subject's own colours, without what shines through of the old background at its edges: from coarse to fine, by
 * Germer, Uelwer, Conrad, Harmeling, “Fast Multi-Level Foreground Estimation” (2020), with their constants. Pixels that are
 * wholly subject keep their bytes.
 * @param rgb three bytes a pixel
 */
export function foregroundColours(rgb: Uint8Array, { data, width, height }: Mask): Uint8Array {
  const full: Level = { width, height };
  const image = toShares(rgb);
  const alpha = toShares(data);
  let level: Level = { width: 1, height: 1 };
  let colours: Colours = {
    front: meanColour(image, alpha, [0.9, 1]),
    back: meanColour(image, alpha, [0, 0.1]),
  };
  const steps = Math.ceil(Math.log2(Math.max(2, width, height)));
  for (let step = 0; step <= steps; step += 1) {
    const next: Level = {
      width: Math.max(1, Math.round(width ** (step / steps))),
      height: Math.max(1, Math.round(height ** (step / steps))),
    };
    colours = { front: nearest(colours.front, level, next, 3), back: nearest(colours.back, level, next, 3) };
    level = next;
    const [small, shares] = [nearest(image, full, level, 3), nearest(alpha, full, level, 1)];
    const rounds = Math.max(level.width, level.height) <= SMALL_SIDE ? ROUNDS_SMALL : ROUNDS_LARGE;
    for (let round = 0; round < rounds; round += 1) improve(colours, small, shares, level);
  }
  const result = toBytes(colours.front);
  for (let pixel = 0; pixel < data.length; pixel += 1) {
    if (data[pixel] !== 255) continue;
    for (let at = pixel * 3; at < pixel * 3 + 3; at += 1) result[at] = rgb[at] ?? 0;
  }
  return result;
}
