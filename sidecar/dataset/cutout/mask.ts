import type { OutputTreatment } from "./cutout-models.js";

/** One byte a pixel, rows first: 0 background, 255 subject. */
export interface Mask {
  data: Uint8Array;
  width: number;
  height: number;
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));
const clamped = (share: number): number => Math.min(1, Math.max(0, share));

/** From least to largest; numbers that are all the same say nothing and stay as they are. */
function stretched(numbers: Float32Array): Float32Array {
  let [least, largest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const number of numbers) {
    if (number < least) least = number;
    if (number > largest) largest = number;
  }
  const range = largest - least;
  return range > 0 ? numbers.map((number) => Math.fround(number - least) / Math.fround(range)) : numbers;
}

function notTheFirst(planes: Float32Array, pixels: number): Float32Array {
  const classes = Math.floor(planes.length / pixels);
  return Float32Array.from({ length: pixels }, (_, pixel) => {
    const background = planes[pixel] ?? 0;
    for (let one = 1; one < classes; one += 1) if ((planes[one * pixels + pixel] ?? 0) > background) return 1;
    return 0;
  });
}

/**
 * A model's numbers as a mask of the model's own size. Numbers that are not numbers count as background.
 * @param numbers at least width × height; further planes are classes
 */
export function toMask(
  numbers: Float32Array,
  { width, height, output }: { width: number; height: number; output: OutputTreatment },
): Mask {
  const pixels = width * height;
  const sound = numbers.map((number) => (Number.isNaN(number) ? Number.NEGATIVE_INFINITY : number));
  const finite = sound.map((number) => Math.min(1e6, Math.max(-1e6, number)));
  const plane = finite.subarray(0, pixels);
  const shares =
    output === "classes"
      ? notTheFirst(finite, pixels)
      : output === "asIs"
        ? plane
        : stretched(output === "sigmoidStretch" ? plane.map(sigmoid) : plane);
  // rembg cuts off what is below a whole value; a share that is one already has no exact 1 to lose.
  const whole = output === "asIs" ? Math.round : Math.trunc;
  const data = new Uint8Array(pixels);
  for (let pixel = 0; pixel < pixels; pixel += 1) {
    data[pixel] = whole(Math.fround(clamped(shares[pixel] ?? 0) * 255));
  }
  return { data, width, height };
}

/** Hard edges: subject from this share of 0–1 on, background below. */
export const thresholded = ({ data, width, height }: Mask, threshold: number): Mask => ({
  data: data.map((value) => (value >= threshold * 255 && value > 0 ? 255 : 0)),
  width,
  height,
});
