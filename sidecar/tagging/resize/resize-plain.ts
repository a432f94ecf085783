import { PRECISION_BITS, type Taps, taps } from "./taps.js";

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
