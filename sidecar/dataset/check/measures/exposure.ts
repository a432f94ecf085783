import type { RawImage } from "../../bmp.js";

export interface Exposure {
  /** Brightness 0–255 below which 5 %, half, and 95 % of the subject lie. */
  dark: number;
  middle: number;
  light: number;
  /** Shares 0–1 of the subject that are pure white, and pure black. */
  white: number;
  black: number;
}

/**
 * How bright the subject is, without a background of one colour: a drawing on white paper is not over-exposed.
 * @param background 1 for its pixels
 * @returns null when next to nothing is left to look at
 */
export function exposureOf({ data, width, height, channels }: RawImage, background: Uint8Array): Exposure | null {
  const counts = new Array<number>(256).fill(0);
  let [total, white, black] = [0, 0, 0];
  for (let pixel = 0; pixel < width * height; pixel += 1) {
    if (background[pixel] === 1) continue;
    const at = pixel * channels;
    const [r, g, b] = [data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0];
    const value = Math.round(0.299 * r + 0.587 * g + 0.114 * b);
    counts[value] = (counts[value] ?? 0) + 1;
    total += 1;
    if (Math.min(r, g, b) >= 252) white += 1;
    if (Math.max(r, g, b) <= 3) black += 1;
  }
  if (total < width * height * 0.02) return null;
  const below = (share: number): number => {
    let sum = 0;
    return counts.findIndex((count) => {
      sum += count;
      return sum >= share * total;
    });
  };
  return { dark: below(0.05), middle: below(0.5), light: below(0.95), white: white / total, black: black / total };
}
