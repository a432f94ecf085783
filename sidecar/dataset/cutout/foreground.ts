import type { Mask } from "./mask.js";

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

/** Once over all pixels: both colours are those that explain the pixel and agree with the neighbours' best. */
function improve({ front, back }: Colours, image: Float32Array, alpha: Float32Array, { width, height }: Level): void {
  for (let pixel = 0; pixel < alpha.length; pixel += 1) {
    const column = pixel % width;
    const share = alpha[pixel] ?? 0;
    const rest = 1 - share;
    let agreement = 0;
    const sums = [0, 0, 0, 0, 0, 0];
    const add = (neighbour: number): void => {
      const weight = REGULARISATION + GRADIENT_WEIGHT * Math.abs(share - (alpha[neighbour] ?? 0));
      agreement += weight;
      for (let channel = 0; channel < 3; channel += 1) {
        sums[channel] = (sums[channel] ?? 0) + weight * (front[neighbour * 3 + channel] ?? 0);
        sums[channel + 3] = (sums[channel + 3] ?? 0) + weight * (back[neighbour * 3 + channel] ?? 0);
      }
    };
    if (column > 0) add(pixel - 1);
    if (column < width - 1) add(pixel + 1);
    if (pixel >= width) add(pixel - width);
    if (pixel < width * (height - 1)) add(pixel + width);
    if (agreement === 0) continue;
    const [a, b, c] = [share * share + agreement, share * rest, rest * rest + agreement];
    const determinant = a * c - b * b;
    for (let channel = 0; channel < 3; channel += 1) {
      const seen = image[pixel * 3 + channel] ?? 0;
      const [wantFront, wantBack] = [share * seen + (sums[channel] ?? 0), rest * seen + (sums[channel + 3] ?? 0)];
      front[pixel * 3 + channel] = Math.min(1, Math.max(0, (c * wantFront - b * wantBack) / determinant));
      back[pixel * 3 + channel] = Math.min(1, Math.max(0, (a * wantBack - b * wantFront) / determinant));
    }
  }
}

/** Mean colour of the pixels, each with its weight. */
function meanColour(image: Float32Array, weightOf: (pixel: number) => number): number[] {
  const sums = [0, 0, 0, 0];
  for (let pixel = 0; pixel * 3 < image.length; pixel += 1) {
    const weight = weightOf(pixel);
    for (let channel = 0; channel < 3; channel += 1) {
      sums[channel] = (sums[channel] ?? 0) + weight * (image[pixel * 3 + channel] ?? 0);
    }
    sums[3] = (sums[3] ?? 0) + weight;
  }
  return sums.slice(0, 3).map((sum) => sum / Math.max(1e-9, sums[3] ?? 0));
}

/**
 * The subject's own colours, without what shines through of the old background at its edges: from coarse to fine, by
 * Germer, Uelwer, Conrad, Harmeling, “Fast Multi-Level Foreground Estimation” (2020), with their constants. Pixels that are
 * wholly subject keep their bytes.
 * @param rgb three bytes a pixel
 */
export function foregroundColours(rgb: Uint8Array, { data, width, height }: Mask): Uint8Array {
  const full: Level = { width, height };
  const image = Float32Array.from(rgb, (value) => value / 255);
  const alpha = Float32Array.from(data, (value) => value / 255);
  const means = [
    meanColour(image, (pixel) => ((alpha[pixel] ?? 0) > 0.9 ? 1 : 0)),
    meanColour(image, (pixel) => ((alpha[pixel] ?? 0) < 0.1 ? 1 : 0)),
  ];
  let level: Level = { width: 1, height: 1 };
  let colours: Colours = {
    front: Float32Array.from(means[0] ?? []),
    back: Float32Array.from(means[1] ?? []),
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
  const result = Uint8Array.from(colours.front, (value) => Math.round(value * 255));
  for (const [pixel, share] of data.entries()) {
    if (share === 255) result.set(rgb.subarray(pixel * 3, pixel * 3 + 3), pixel * 3);
  }
  return result;
}
