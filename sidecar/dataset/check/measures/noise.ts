import { type Plane, percentile } from "./plane.js";

const TILE = 16;
// The smoothest parts of a picture show its noise; the others show what is drawn.
const SMOOTHEST = 0.05;
const LEAST_TILES = 20;
// What is clipped to black or white has lost its noise.
const [DARKEST, LIGHTEST] = [8, 247];

/**
 * Standard deviation of the noise in grey levels, by the mask 1 -2 1, -2 4 -2, 1 -2 1, which answers neither to flat
 * parts nor to slopes (Immerkær 1996, "Fast Noise Variance Estimation"), in the smoothest tiles.
 * @returns null when there are no smooth parts to tell by
 */
export function noiseOf({ data, width, height }: Plane): number | null {
  const found: number[] = [];
  for (let top = 1; top + TILE < height; top += TILE) {
    for (let left = 1; left + TILE < width; left += TILE) {
      let [sum, mean] = [0, 0];
      for (let y = top; y < top + TILE; y += 1) {
        for (let x = left; x < left + TILE; x += 1) {
          const at = y * width + x;
          const above = (data[at - width - 1] ?? 0) - 2 * (data[at - width] ?? 0) + (data[at - width + 1] ?? 0);
          const here = (data[at - 1] ?? 0) - 2 * (data[at] ?? 0) + (data[at + 1] ?? 0);
          const below = (data[at + width - 1] ?? 0) - 2 * (data[at + width] ?? 0) + (data[at + width + 1] ?? 0);
          sum += Math.abs(above - 2 * here + below);
          mean += data[at] ?? 0;
        }
      }
      mean /= TILE ** 2;
      if (mean < DARKEST || mean > LIGHTEST) continue;
      found.push((Math.sqrt(Math.PI / 2) * sum) / (6 * TILE ** 2));
    }
  }
  return found.length < LEAST_TILES ? null : percentile(found, SMOOTHEST);
}
