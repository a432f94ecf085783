import type { Mask } from "./mask.js";

/** Alpha matting's three numbers, as rembg's: masks above `foreground` are subject, below `background` not, 0–255. */
export interface Matting {
  foreground: number;
  background: number;
  /** Side in pixels of the square by which both are made smaller before; 0 for none. */
  erode: number;
}

export const usualMatting: Matting = { foreground: 240, background: 10, erode: 10 };

export const UNKNOWN = 128;

/** Along one axis: true only where all of `size` neighbours are; outside counts as `outside`. */
function erodedAlong(
  flags: Uint8Array,
  { length, step, size, outside }: { length: number; step: number; size: number; outside: number },
  starts: Iterable<number>,
): Uint8Array {
  const result = new Uint8Array(flags.length);
  const before = Math.floor(size / 2);
  const after = size - 1 - before;
  for (const start of starts) {
    let missing = 0;
    const flag = (index: number): number =>
      index < 0 || index >= length ? outside : (flags[start + index * step] ?? 0);
    for (let index = -before; index < after; index += 1) missing += 1 - flag(index);
    for (let index = 0; index < length; index += 1) {
      missing += 1 - flag(index + after);
      if (missing === 0) result[start + index * step] = 1;
      missing -= 1 - flag(index - before);
    }
  }
  return result;
}

function eroded(flags: Uint8Array, { width, height }: Mask, size: number, outside: number): Uint8Array {
  if (size < 2) return flags;
  const rows = Array.from({ length: height }, (_, row) => row * width);
  const columns = Array.from({ length: width }, (_, column) => column);
  const across = erodedAlong(flags, { length: width, step: 1, size, outside }, rows);
  return erodedAlong(across, { length: height, step: width, size, outside }, columns);
}

/**
 * Where a mask is sure: 255 subject, 0 background, UNKNOWN between. Beyond the frame lies background, but a subject that
 * touches the frame is not sure there (as rembg has it).
 */
export function trimapOf(mask: Mask, { foreground, background, erode }: Matting): Uint8Array {
  const subject = eroded(
    mask.data.map((value) => (value > foreground ? 1 : 0)),
    mask,
    erode,
    0,
  );
  const ground = eroded(
    mask.data.map((value) => (value < background ? 1 : 0)),
    mask,
    erode,
    1,
  );
  return mask.data.map((_, pixel) => (subject[pixel] ? 255 : ground[pixel] ? 0 : UNKNOWN));
}
