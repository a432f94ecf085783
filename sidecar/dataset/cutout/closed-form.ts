import type { Mask } from "./mask.js";
import { type MattingWindows, mattingWindows } from "./matting-windows.js";
import { toBytes, toShares } from "./shares.js";
import { UNKNOWN } from "./trimap.js";

const MOST_ROUNDS = 400;
// Of the first error: what is left is far below one step of 255.
const CLOSE_ENOUGH = 1e-4;

/**
 * The matting Laplacian of `alpha`, without its matrix: in each window alpha is fitted by a line in colour, and what the fit
 * leaves is summed (Levin, Lischinski, Weiss, “A Closed-Form Solution to Natural Image Matting”, 2008, in the form of He,
 * Sun, Tang, “Fast Matting Using Large Kernel Matting Laplacian Matrices”, 2010).
 */
function laplacian(
  { centres, means, inverses, offsets }: MattingWindows,
  colours: Float32Array,
  alpha: Float64Array,
  { result, touched }: { result: Float64Array; touched: Int32Array },
): void {
  for (const pixel of touched) result[pixel] = 0;
  for (let index = 0; index < centres.length; index += 1) {
    const centre = centres[index] ?? 0;
    const [r, g, b] = [means[index * 3] ?? 0, means[index * 3 + 1] ?? 0, means[index * 3 + 2] ?? 0];
    let [sum, sr, sg, sb] = [0, 0, 0, 0];
    for (let one = 0; one < 9; one += 1) {
      const pixel = centre + (offsets[one] ?? 0);
      const value = alpha[pixel] ?? 0;
      sum += value;
      sr += value * ((colours[pixel * 3] ?? 0) - r);
      sg += value * ((colours[pixel * 3 + 1] ?? 0) - g);
      sb += value * ((colours[pixel * 3 + 2] ?? 0) - b);
    }
    const at = index * 6;
    const [rr, rg, rb] = [inverses[at] ?? 0, inverses[at + 1] ?? 0, inverses[at + 2] ?? 0];
    const [gg, gb, bb] = [inverses[at + 3] ?? 0, inverses[at + 4] ?? 0, inverses[at + 5] ?? 0];
    const ar = (rr * sr + rg * sg + rb * sb) / 9;
    const ag = (rg * sr + gg * sg + gb * sb) / 9;
    const ab = (rb * sr + gb * sg + bb * sb) / 9;
    const mean = sum / 9;
    for (let one = 0; one < 9; one += 1) {
      const pixel = centre + (offsets[one] ?? 0);
      const fit =
        mean +
        ar * ((colours[pixel * 3] ?? 0) - r) +
        ag * ((colours[pixel * 3 + 1] ?? 0) - g) +
        ab * ((colours[pixel * 3 + 2] ?? 0) - b);
      result[pixel] = (result[pixel] ?? 0) + (alpha[pixel] ?? 0) - fit;
    }
  }
}

/** The pixels that satisfy a condition, in their order. */
function pixelsWhere(count: number, isWanted: (pixel: number) => boolean): Int32Array {
  const found: number[] = [];
  for (let pixel = 0; pixel < count; pixel += 1) if (isWanted(pixel)) found.push(pixel);
  return Int32Array.from(found);
}

/** How often each pixel is in a window, which scales the steps of the search. */
function weights({ centres, offsets }: MattingWindows, pixels: number): Float32Array {
  const counts = new Float32Array(pixels);
  for (const centre of centres) {
    for (const offset of offsets) counts[centre + offset] = (counts[centre + offset] ?? 0) + 1;
  }
  return counts;
}

const dot = (left: Float64Array, right: Float64Array): number => {
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  return sum;
};

/**
 * The alpha of unknown pixels by closed-form matting, by conjugate gradients from `start`; the sure ones are 0 or 255.
 * @param rgb three bytes a pixel, as many as the mask has
 * @returns `start` itself where nothing or everything is sure to be subject: then there is no edge to find
 */
export function closedFormAlpha(rgb: Uint8Array, start: Mask, trimap: Uint8Array): Mask {
  const { width, height } = start;
  if (width < 3 || height < 3 || !trimap.includes(255) || !trimap.includes(0)) return start;
  const unknown = pixelsWhere(trimap.length, (pixel) => trimap[pixel] === UNKNOWN);
  const colours = toShares(rgb);
  const windows = mattingWindows(colours, trimap, start);
  const counts = weights(windows, trimap.length);
  const alpha = Float64Array.from(toShares(trimap));
  for (const pixel of unknown) alpha[pixel] = (start.data[pixel] ?? 0) / 255;
  const image = new Float64Array(alpha.length);
  const target = { result: image, touched: pixelsWhere(counts.length, (pixel) => (counts[pixel] ?? 0) > 0) };
  const direction = new Float64Array(alpha.length);
  laplacian(windows, colours, alpha, target);
  const rest = Float64Array.from(unknown, (pixel) => -(image[pixel] ?? 0));
  const scaled = (): Float64Array => rest.map((value, index) => value / (counts[unknown[index] ?? 0] || 1));
  let step = scaled();
  for (const [index, pixel] of unknown.entries()) direction[pixel] = step[index] ?? 0;
  let error = dot(rest, step);
  const enough = error * CLOSE_ENOUGH ** 2;
  for (let round = 0; round < MOST_ROUNDS && error > enough && error > 1e-12; round += 1) {
    laplacian(windows, colours, direction, target);
    let slope = 0;
    for (const pixel of unknown) slope += (direction[pixel] ?? 0) * (image[pixel] ?? 0);
    if (!(slope > 0)) break;
    const length = error / slope;
    for (const [index, pixel] of unknown.entries()) {
      alpha[pixel] = (alpha[pixel] ?? 0) + length * (direction[pixel] ?? 0);
      rest[index] = (rest[index] ?? 0) - length * (image[pixel] ?? 0);
    }
    step = scaled();
    const next = dot(rest, step);
    for (const [index, pixel] of unknown.entries()) {
      direction[pixel] = (step[index] ?? 0) + (next / error) * (direction[pixel] ?? 0);
    }
    error = next;
  }
  return { data: toBytes(alpha), width, height };
}
