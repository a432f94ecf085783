// Fixed-point precision of Pillow's 8-bit resampling (Resample.c): 32 bits less 8 for the pixel, less 2 for overshoot.
export const PRECISION_BITS = 22;
const SUPPORT = 2;
const A = -0.5;

function bicubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return ((A + 2) * x - (A + 3)) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
}

export interface Taps {
  first: number;
  weights: Int32Array;
}

/** For every output position the input positions and fixed-point weights; the filter widens when shrinking. */
export function taps(from: number, to: number): Taps[] {
  const scale = from / to;
  const filterScale = Math.max(scale, 1);
  const support = SUPPORT * filterScale;
  // Multiplied as Pillow does, since a division may differ in the last bit.
  const reciprocal = 1 / filterScale;
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) * scale;
    const first = Math.max(Math.trunc(centre - support + 0.5), 0);
    const end = Math.min(Math.trunc(centre + support + 0.5), from);
    const raw = new Float64Array(end - first);
    let sum = 0;
    for (let tap = 0; tap < raw.length; tap += 1) {
      const weight = bicubic((tap + first - centre + 0.5) * reciprocal);
      raw[tap] = weight;
      sum += weight;
    }
    const weights = new Int32Array(raw.length);
    for (let tap = 0; tap < raw.length; tap += 1) {
      const weight = raw[tap] ?? 0;
      const scaled = (sum === 0 ? weight : weight / sum) * 2 ** PRECISION_BITS;
      // Storing it as an integer cuts off what is behind the point, as C does.
      weights[tap] = scaled < 0 ? scaled - 0.5 : scaled + 0.5;
    }
    return { first, weights };
  });
}
