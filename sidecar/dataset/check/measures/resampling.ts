import type { Plane } from "./plane.js";

// Of the median of all frequencies, and of the neighbouring ones: less may be a pattern in the picture.
const PROMINENT = 6;
const STEEP = 2.5;
const NEIGHBOURS = 12;
// Slower waves are the picture's own.
const LOWEST = 0.23;

/** Mean size of the second difference in each column. */
function profile({ data, width, height }: Plane, stride: number): Float64Array {
  const [length, lines, across] = stride === 1 ? [width, height, width] : [height, width, 1];
  const sums = new Float64Array(length - 2);
  // Every second line is enough.
  for (let line = 0; line < lines; line += 2) {
    for (let place = 1; place < length - 1; place += 1) {
      const at = line * across + place * stride;
      const second = 2 * (data[at] ?? 0) - (data[at - stride] ?? 0) - (data[at + stride] ?? 0);
      sums[place - 1] = (sums[place - 1] ?? 0) + Math.abs(second) / lines;
    }
  }
  return sums;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[values.length >> 1] ?? 0;

/** The frequency that stands out most, in waves a pixel, or null. */
function peak(values: Float64Array): number | null {
  // What differs from its neighbours' mean: the picture's own course is taken away.
  const flat = values.map((value, place) => {
    const from = Math.max(0, place - 8);
    const near = values.subarray(from, place + 9);
    return value - near.reduce((sum, one) => sum + one, 0) / near.length;
  });
  const lowest = Math.ceil(LOWEST * flat.length);
  const most = Math.floor(flat.length / 2);
  const count = flat.length;
  const cosines = Float64Array.from({ length: count }, (_, place) => Math.cos((2 * Math.PI * place) / count));
  const sines = Float64Array.from({ length: count }, (_, place) => Math.sin((2 * Math.PI * place) / count));
  const sizes: number[] = [];
  for (let wave = lowest; wave <= most; wave += 1) {
    let [real, imaginary] = [0, 0];
    for (let place = 0, turn = 0; place < count; place += 1) {
      const value = flat[place] ?? 0;
      real += value * (cosines[turn] ?? 0);
      imaginary += value * (sines[turn] ?? 0);
      turn += wave;
      if (turn >= count) turn -= count;
    }
    sizes.push(Math.hypot(real, imaginary));
  }
  const least = PROMINENT * median(sizes);
  let [best, wave] = [least, -1];
  for (const [place, size] of sizes.entries()) {
    if (!(size > best)) continue;
    // Of a blurred picture the slow waves are all larger than the quick ones: none of them stands out by itself.
    const near = [
      ...sizes.slice(Math.max(0, place - NEIGHBOURS), place),
      ...sizes.slice(place + 1, place + 1 + NEIGHBOURS),
    ];
    if (size > STEEP * median(near)) [best, wave] = [size, place];
  }
  return wave < 0 ? null : (lowest + wave) / flat.length;
}

/**
 * How many times a picture was enlarged smoothly, or null when it shows no trace of it: between the old pixels an
 * enlargement is smoother than on them, which makes a wave of one period for each old pixel (Gallagher 2005, "Detection of
 * linear and cubic interpolation in JPEG compressed images").
 * @param plane the picture at its own size
 */
export function enlargementOf(plane: Plane): number | null {
  if (Math.min(plane.width, plane.height) < 64) return null;
  const [across, down] = [peak(profile(plane, 1)), peak(profile(plane, plane.width))];
  if (across === null || down === null || Math.abs(across - down) > 0.03) return null;
  return 2 / (across + down);
}
