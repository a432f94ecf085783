import { UNKNOWN } from "./trimap.js";

// So much may the colours of a window lie beside a line, for colours of 0–1 (Levin and others use 1e-7 too).
const EPSILON = 1e-7;

/** The 3 × 3 windows that hold an unknown pixel, with their mean colour and the inverse of their colours' covariance. */
export interface MattingWindows {
  /** Middle pixel of each. */
  centres: Int32Array;
  /** Red, green, blue 0–1 of each. */
  means: Float64Array;
  /** Of each the symmetric inverse: rr, rg, rb, gg, gb, bb. */
  inverses: Float64Array;
  /** From a middle pixel to the nine. */
  offsets: readonly number[];
}

export function mattingWindows(
  colours: Float32Array,
  trimap: Uint8Array,
  { width, height }: { width: number; height: number },
): MattingWindows {
  const offsets = [-1, 0, 1].flatMap((row) => [-1, 0, 1].map((column) => row * width + column));
  const found: number[] = [];
  for (let row = 1; row < height - 1; row += 1) {
    for (let column = 1; column < width - 1; column += 1) {
      const centre = row * width + column;
      if (offsets.some((offset) => trimap[centre + offset] === UNKNOWN)) found.push(centre);
    }
  }
  const centres = Int32Array.from(found);
  const means = new Float64Array(centres.length * 3);
  const inverses = new Float64Array(centres.length * 6);
  for (const [index, centre] of centres.entries()) {
    let [r, g, b, rr, rg, rb, gg, gb, bb] = [0, 0, 0, 0, 0, 0, 0, 0, 0];
    for (const offset of offsets) {
      const at = (centre + offset) * 3;
      const [red, green, blue] = [colours[at] ?? 0, colours[at + 1] ?? 0, colours[at + 2] ?? 0];
      r += red / 9;
      g += green / 9;
      b += blue / 9;
      rr += (red * red) / 9;
      rg += (red * green) / 9;
      rb += (red * blue) / 9;
      gg += (green * green) / 9;
      gb += (green * blue) / 9;
      bb += (blue * blue) / 9;
    }
    const noise = EPSILON / 9;
    rr += noise - r * r;
    gg += noise - g * g;
    bb += noise - b * b;
    rg -= r * g;
    rb -= r * b;
    gb -= g * b;
    const minor = [gg * bb - gb * gb, rb * gb - rg * bb, rg * gb - rb * gg] as const;
    const determinant = rr * minor[0] + rg * minor[1] + rb * minor[2];
    means.set([r, g, b], index * 3);
    inverses.set(
      [minor[0], minor[1], minor[2], rr * bb - rb * rb, rb * rg - rr * gb, rr * gg - rg * rg].map(
        (value) => value / determinant,
      ),
      index * 6,
    );
  }
  return { centres, means, inverses, offsets };
}
