import type { Plane } from "../measures/plane.js";
import { smoothed } from "../measures/plane.js";

/** A place in a picture that is found again in a crop of it. */
export interface KeyPoint {
  /** In parts of the picture's longer side, from its left and its top. */
  x: number;
  y: number;
  /** Number of the size at which it was found: each is 1.19 times smaller than the one before. */
  level: number;
  /** 64 comparisons of brightness around it. */
  high: number;
  low: number;
}

/** Sizes follow each other by this ratio, four to an octave. */
export const LEVEL_RATIO = 2 ** (1 / 4);
const LEVELS = 8;
const POINTS_A_LEVEL = [26, 24, 22, 20, 18, 16, 14, 12];
// Around a point so many pixels of its level are compared.
const RADIUS = 9;
const LEAST_RESPONSE = 2;

/**
 * Pairs of places that are compared, as BRIEF does (Calonder et al. 2010); the second half are the first one's mirror
 * images, so that the comparisons of a mirrored picture are these with their halves exchanged.
 */
const pairs: readonly (readonly [number, number, number, number])[] = (() => {
  let state = 12345;
  const next = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.round(((state >> 8) / 0x7fffff) * 2 * RADIUS - RADIUS);
  };
  const half: [number, number, number, number][] = [];
  while (half.length < 32) {
    const pair: [number, number, number, number] = [next(), next(), next(), next()];
    if (Math.hypot(pair[0] - pair[2], pair[1] - pair[3]) >= 4) half.push(pair);
  }
  return [...half, ...half.map(([ax, ay, bx, by]) => [-ax, ay, -bx, by] as const)];
})();

/** The plane at another size, each pixel from the four around its place. */
function resized({ data, width, height }: Plane, ratio: number): Plane {
  const [w, h] = [Math.max(1, Math.round(width / ratio)), Math.max(1, Math.round(height / ratio))];
  const small = new Float32Array(w * h);
  for (let y = 0; y < h; y += 1) {
    const sourceY = Math.min(height - 1.001, Math.max(0, ((y + 0.5) * height) / h - 0.5));
    const row = Math.floor(sourceY) * width;
    const partY = sourceY - Math.floor(sourceY);
    for (let x = 0; x < w; x += 1) {
      const sourceX = Math.min(width - 1.001, Math.max(0, ((x + 0.5) * width) / w - 0.5));
      const at = row + Math.floor(sourceX);
      const partX = sourceX - Math.floor(sourceX);
      const upper = (data[at] ?? 0) * (1 - partX) + (data[at + 1] ?? 0) * partX;
      const lower = (data[at + width] ?? 0) * (1 - partX) + (data[at + width + 1] ?? 0) * partX;
      small[y * w + x] = upper * (1 - partY) + lower * partY;
    }
  }
  return { data: small, width: w, height: h };
}

function describe({ data, width }: Plane, x: number, y: number): [number, number] {
  const bits: [number, number] = [0, 0];
  for (const [index, [ax, ay, bx, by]] of pairs.entries()) {
    const brighter = (data[(y + ay) * width + x + ax] ?? 0) > (data[(y + by) * width + x + bx] ?? 0);
    if (brighter) bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31));
  }
  return bits;
}

/** Blobs and corners: places where the difference of two smoothings is larger than all around. */
function pointsOf(level: number, plane: Plane, most: number): KeyPoint[] {
  const once = smoothed(plane);
  const twice = smoothed(once);
  const { width, height } = plane;
  const response = new Float32Array(once.data.length);
  for (let at = 0; at < response.length; at += 1) response[at] = Math.abs((once.data[at] ?? 0) - (twice.data[at] ?? 0));
  const found: { x: number; y: number; size: number }[] = [];
  for (let y = RADIUS; y < height - RADIUS; y += 1) {
    for (let x = RADIUS; x < width - RADIUS; x += 1) {
      const at = y * width + x;
      const size = response[at] ?? 0;
      if (size < LEAST_RESPONSE) continue;
      let isLargest = true;
      for (let dy = -2; dy <= 2 && isLargest; dy += 1) {
        for (let dx = -2; dx <= 2; dx += 1) {
          if ((dx !== 0 || dy !== 0) && (response[at + dy * width + dx] ?? 0) >= size) {
            isLargest = false;
            break;
          }
        }
      }
      if (isLargest) found.push({ x, y, size });
    }
  }
  const longer = Math.max(width, height);
  return found
    .sort((left, right) => right.size - left.size)
    .slice(0, most)
    .map(({ x, y }) => {
      const [high, low] = describe(twice, x, y);
      return { x: (x + 0.5) / longer, y: (y + 0.5) / longer, level, high, low };
    });
}

/** Up to 152 places of a picture at eight sizes. @param plane brightness, its longer side 160 pixels */
export function keyPoints(plane: Plane): KeyPoint[] {
  const points: KeyPoint[] = [];
  for (let level = 0; level < LEVELS; level += 1) {
    points.push(...pointsOf(level, resized(plane, LEVEL_RATIO ** level), POINTS_A_LEVEL[level] ?? 0));
  }
  return points;
}
