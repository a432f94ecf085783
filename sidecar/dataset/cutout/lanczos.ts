// Pillow keeps so many bits of a weight behind the point when it resizes bytes.
const PRECISION = 22;
const LOBES = 3;

interface Size {
  width: number;
  height: number;
}

interface Taps {
  /** First source index of each target index. */
  first: Int32Array;
  /** Weights of each target index, `most` apart, in units of 2^−PRECISION. */
  weights: Int32Array;
  counts: Int32Array;
  most: number;
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x));
const lanczos = (x: number): number => (Math.abs(x) < LOBES ? sinc(x) * sinc(x / LOBES) : 0);

/** Which source pixels make each target pixel, along one axis; when it shrinks the kernel widens. */
function tapsOf(source: number, target: number): Taps {
  const step = source / target;
  const scale = Math.max(1, step);
  const support = LOBES * scale;
  const most = Math.ceil(support) * 2 + 1;
  const taps: Taps = {
    first: new Int32Array(target),
    weights: new Int32Array(target * most),
    counts: new Int32Array(target),
    most,
  };
  for (let index = 0; index < target; index += 1) {
    const centre = (index + 0.5) * step;
    const first = Math.max(0, Math.trunc(centre - support + 0.5));
    const last = Math.min(source, Math.trunc(centre + support + 0.5));
    const shares: number[] = [];
    for (let at = first; at < last; at += 1) shares.push(lanczos((at - centre + 0.5) / scale));
    const sum = shares.reduce((total, share) => total + share, 0);
    taps.first[index] = first;
    taps.counts[index] = shares.length;
    for (const [at, share] of shares.entries()) {
      taps.weights[index * most + at] = Math.round((share / sum) * 2 ** PRECISION);
    }
  }
  return taps;
}

const toByte = (sum: number): number => Math.min(255, Math.max(0, sum >> PRECISION));

/** One axis: `lines` lines, `line` apart, of pixels `step` apart, each of `channels` bytes. */
function resizeAxis(
  { data, taps, lines, channels }: { data: Uint8Array; taps: Taps; lines: number; channels: number },
  from: { line: number; step: number },
  to: { line: number; step: number },
): Uint8Array {
  const { first, weights, counts, most } = taps;
  const result = new Uint8Array(lines * first.length * channels);
  for (let line = 0; line < lines; line += 1) {
    for (let index = 0; index < first.length; index += 1) {
      const [start, count] = [first[index] ?? 0, counts[index] ?? 0];
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 2 ** (PRECISION - 1);
        let at = line * from.line + start * from.step + channel;
        for (let tap = 0; tap < count; tap += 1) {
          sum += (data[at] ?? 0) * (weights[index * most + tap] ?? 0);
          at += from.step;
        }
        result[line * to.line + index * to.step + channel] = toByte(sum);
      }
    }
  }
  return result;
}

/**
 * Bytes of another size by Lanczos, to the bit as Pillow does it (`Image.resize`, LANCZOS; its source, `Resample.c`): first
 * along the rows, then along the columns, each rounded to bytes. What models were tried with is what they get.
 * @param channels bytes a pixel
 */
export function resizeLanczos(data: Uint8Array, from: Size, to: Size, channels: number): Uint8Array {
  const wide =
    from.width === to.width
      ? data
      : resizeAxis(
          { data, taps: tapsOf(from.width, to.width), lines: from.height, channels },
          { line: from.width * channels, step: channels },
          { line: to.width * channels, step: channels },
        );
  if (from.height === to.height) return wide;
  return resizeAxis(
    { data: wide, taps: tapsOf(from.height, to.height), lines: to.width, channels },
    { line: channels, step: to.width * channels },
    { line: channels, step: to.width * channels },
  );
}
