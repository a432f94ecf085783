import type { Sharp } from "sharp";
import type { RawImage } from "../../dataset/bmp.js";
import { THUMB } from "../../dataset/check/look/look.js";
import { brightness, type Plane, smoothed } from "../../dataset/check/measures/plane.js";
import type { PixelStatistics } from "./evidence.js";
import { linesOf } from "./near-copies.js";

/** Changed whenever what is measured changes: what was kept by another version is measured anew. */
export const EVIDENCE_VERSION = 1;

// Large enough for grain and blocks to stay, small enough to measure a picture in a few milliseconds.
const LONGER_SIDE = 512;
// Grid widths in which diffusion models fall apart: the latent's 8 pixels and its multiples, also after shrinking by two.
const GRIDS = [4, 8, 16, 32];
const LEVELS = 256;

/** What is seen of a picture's pixels. */
export interface SeenPixels {
  statistics: PixelStatistics;
  thumb: Uint8Array;
  lines: Float32Array;
}

/** Mean steps of brightness across each column (or row), by its place. */
function stepsAlong({ data, width, height }: Plane, down: boolean): Float64Array {
  const [length, lines] = down ? [height, width] : [width, height];
  const steps = new Float64Array(length);
  for (let place = 1; place < length; place += 1) {
    let sum = 0;
    for (let line = 0; line < lines; line += 2) {
      const at = down ? place * width + line : line * width + place;
      sum += Math.abs((data[at] ?? 0) - (data[at - (down ? width : 1)] ?? 0));
    }
    steps[place] = sum / Math.ceil(lines / 2);
  }
  return steps;
}

/** How far the steps on the strongest regular grid stand out from the mean of all. */
function gridOf(steps: Float64Array): number {
  const mean = steps.reduce((sum, value) => sum + value, 0) / Math.max(1, steps.length - 1);
  if (mean < 0.25) return 1;
  let strongest = 1;
  for (const grid of GRIDS) {
    for (let phase = 0; phase < grid; phase += 1) {
      let [sum, count] = [0, 0];
      for (let place = phase; place < steps.length; place += grid) {
        if (place === 0) continue;
        sum += steps[place] ?? 0;
        count += 1;
      }
      if (count >= 6) strongest = Math.max(strongest, sum / count / mean);
    }
  }
  return strongest;
}

function colourStatistics({ data, channels }: RawImage) {
  const sums: [number, number, number] = [0, 0, 0];
  let [chroma, ends] = [0, 0];
  const pixels = data.length / channels;
  for (let at = 0; at < data.length; at += channels) {
    const [red, green, blue] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    sums[0] += red;
    sums[1] += green;
    sums[2] += blue;
    chroma += Math.max(red, green, blue) - Math.min(red, green, blue);
    for (const value of [red, green, blue]) if (value <= 1 || value >= 254) ends += 1;
  }
  const share = (sum: number): number => sum / pixels / 255;
  return {
    mean: [share(sums[0]), share(sums[1]), share(sums[2])] as const,
    saturation: share(chroma),
    clipped: ends / (3 * pixels),
  };
}

/** Statistics of a picture's pixels; nothing else of it is looked at. @param picture RGB or RGBA at the size that is measured */
function statisticsOf(picture: RawImage): PixelStatistics {
  const plane = brightness(picture);
  const smooth = smoothed(plane);
  const count = plane.data.length;
  const histogram = new Float64Array(LEVELS);
  let [sum, squares, lost, edges] = [0, 0, 0, 0];
  for (let at = 0; at < count; at += 1) {
    const value = plane.data[at] ?? 0;
    sum += value;
    squares += value * value;
    lost += (value - (smooth.data[at] ?? 0)) ** 2;
    const level = Math.min(LEVELS - 1, Math.round(value));
    histogram[level] = (histogram[level] ?? 0) + 1;
    if (at % plane.width !== 0) edges += Math.abs(value - (plane.data[at - 1] ?? 0));
  }
  const variance = Math.max(0, squares / count - (sum / count) ** 2);
  let entropy = 0;
  for (const times of histogram) if (times > 0) entropy -= (times / count) * Math.log2(times / count);
  return {
    ...colourStatistics(picture),
    contrast: Math.sqrt(variance) / 255,
    // One grey level of grain on a plain picture is no noise.
    noise: Math.min(1, lost / count / (variance + 25)),
    edges: edges / count / 255,
    entropy,
    blocks: Math.max(gridOf(stepsAlong(plane, false)), gridOf(stepsAlong(plane, true))),
  };
}

/** Looks at a picture; what is transparent lies on white. @param picture upright, in sRGB, nothing decoded yet */
export async function seePixels(picture: Sharp): Promise<SeenPixels> {
  const { data, info } = await picture
    .flatten({ background: "#ffffff" })
    .resize(LONGER_SIDE, LONGER_SIDE, { fit: "inside", withoutEnlargement: true })
    .removeAlpha()
    .raw({ depth: "uchar" })
    .toBuffer({ resolveWithObject: true });
  const raw: RawImage = { data, width: info.width, height: info.height, channels: 3 };
  const thumb = thumbOf(raw);
  return { statistics: statisticsOf(raw), thumb, lines: linesOf(thumb) };
}

/** The mean of what lies below each pixel of 24 × 24. */
function thumbOf({ data, width, height, channels }: RawImage): Uint8Array {
  const sums = new Float64Array(THUMB * THUMB * 3);
  const counts = new Float64Array(THUMB * THUMB);
  for (let y = 0; y < height; y += 1) {
    const row = Math.floor((y * THUMB) / height) * THUMB;
    for (let x = 0; x < width; x += 1) {
      const place = row + Math.floor((x * THUMB) / width);
      const at = (y * width + x) * channels;
      counts[place] = (counts[place] ?? 0) + 1;
      for (let channel = 0; channel < 3; channel += 1) {
        sums[place * 3 + channel] = (sums[place * 3 + channel] ?? 0) + (data[at + channel] ?? 0);
      }
    }
  }
  return Uint8Array.from(sums, (value, at) => Math.round(value / Math.max(1, counts[Math.floor(at / 3)] ?? 0)));
}
