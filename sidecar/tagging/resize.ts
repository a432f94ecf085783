// Fixed-point precision of Pillow's 8-bit resampling (Resample.c): 32 bits less 8 for the pixel, less 2 for overshoot.
const PRECISION_BITS = 22;
const SUPPORT = 2;
const A = -0.5;

function bicubic(distance: number): number {
  const x = Math.abs(distance);
  if (x < 1) return ((A + 2) * x - (A + 3)) * x * x + 1;
  return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
}

interface Taps {
  first: number;
  weights: Int32Array;
}

/** For every output position the input positions and fixed-point weights; the filter widens when shrinking. */
function taps(from: number, to: number): Taps[] {
  const scale = from / to;
  const filterScale = Math.max(scale, 1);
  const support = SUPPORT * filterScale;
  return Array.from({ length: to }, (_, index) => {
    const centre = (index + 0.5) * scale;
    const first = Math.max(Math.trunc(centre - support + 0.5), 0);
    const end = Math.min(Math.trunc(centre + support + 0.5), from);
    const raw = Array.from({ length: end - first }, (_, tap) => bicubic((tap + first - centre + 0.5) / filterScale));
    const sum = raw.reduce((total, weight) => total + weight, 0);
    const fixed = raw.map((weight) => {
      const scaled = (sum === 0 ? weight : weight / sum) * 2 ** PRECISION_BITS;
      return Math.trunc(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    });
    return { first, weights: Int32Array.from(fixed) };
  });
}

const clip = (sum: number): number => Math.min(Math.max(sum >> PRECISION_BITS, 0), 255);

const HALF = 1 << (PRECISION_BITS - 1);

/** One pass along lines: reads `lines` lines of positions `step` apart, each pixel 3 bytes. */
function pass(
  source: Uint8Array,
  target: Uint8Array,
  {
    table,
    lines,
    sourceLine,
    sourceStep,
    targetLine,
    targetStep,
  }: {
    table: Taps[];
    lines: number;
    sourceLine: number;
    sourceStep: number;
    targetLine: number;
    targetStep: number;
  },
): void {
  for (let line = 0; line < lines; line += 1) {
    let to = line * targetLine;
    for (const { first, weights } of table) {
      let from = line * sourceLine + first * sourceStep;
      let [red, green, blue] = [HALF, HALF, HALF];
      for (let tap = 0; tap < weights.length; tap += 1) {
        const weight = weights[tap] ?? 0;
        red += (source[from] ?? 0) * weight;
        green += (source[from + 1] ?? 0) * weight;
        blue += (source[from + 2] ?? 0) * weight;
        from += sourceStep;
      }
      target[to] = clip(red);
      target[to + 1] = clip(green);
      target[to + 2] = clip(blue);
      to += targetStep;
    }
  }
}

/** Pillow's 8-bit BICUBIC on RGB rows (3 bytes a pixel): across first, then down, each rounded to bytes. */
export function resizeBicubic(
  pixels: Uint8Array,
  { width, height, toWidth, toHeight }: { width: number; height: number; toWidth: number; toHeight: number },
): Uint8Array {
  let current = pixels;
  if (width !== toWidth) {
    const across = new Uint8Array(toWidth * height * 3);
    pass(current, across, {
      table: taps(width, toWidth),
      lines: height,
      sourceLine: width * 3,
      sourceStep: 3,
      targetLine: toWidth * 3,
      targetStep: 3,
    });
    current = across;
  }
  if (height === toHeight) return current;
  const down = new Uint8Array(toWidth * toHeight * 3);
  pass(current, down, {
    table: taps(height, toHeight),
    lines: toWidth,
    sourceLine: 3,
    sourceStep: toWidth * 3,
    targetLine: 3,
    targetStep: toWidth * 3,
  });
  return down;
}
