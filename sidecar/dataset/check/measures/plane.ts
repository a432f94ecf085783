import type { RawImage } from "../../bmp.js";

/** One value a pixel, rows from the top. */
export interface Plane {
  data: Float32Array;
  width: number;
  height: number;
}

/** Brightness 0–255 by the weights of ITU-R BT.601; what is transparent lies on white. */
export function brightness({ data, width, height, channels }: RawImage): Plane {
  const plane = new Float32Array(width * height);
  for (let index = 0, at = 0; index < plane.length; index += 1, at += channels) {
    const value = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0);
    const alpha = channels === 4 ? (data[at + 3] ?? 0) / 255 : 1;
    plane[index] = value * alpha + 255 * (1 - alpha);
  }
  return { data: plane, width, height };
}

/** Smoothed by 1 4 6 4 1 in both directions (Burt and Adelson's pyramid); the frame repeats its last pixels. */
export function smoothed({ data, width, height }: Plane): Plane {
  const across = new Float32Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    for (let x = 0; x < width; x += 1) {
      const a = data[row + Math.max(x - 2, 0)] ?? 0;
      const b = data[row + Math.max(x - 1, 0)] ?? 0;
      const d = data[row + Math.min(x + 1, width - 1)] ?? 0;
      const e = data[row + Math.min(x + 2, width - 1)] ?? 0;
      across[row + x] = (a + e + 4 * (b + d) + 6 * (data[row + x] ?? 0)) / 16;
    }
  }
  const down = new Float32Array(data.length);
  for (let y = 0; y < height; y += 1) {
    const row = y * width;
    const a = Math.max(y - 2, 0) * width;
    const b = Math.max(y - 1, 0) * width;
    const d = Math.min(y + 1, height - 1) * width;
    const e = Math.min(y + 2, height - 1) * width;
    for (let x = 0; x < width; x += 1) {
      const outer = (across[a + x] ?? 0) + (across[e + x] ?? 0);
      const inner = (across[b + x] ?? 0) + (across[d + x] ?? 0);
      down[row + x] = (outer + 4 * inner + 6 * (across[row + x] ?? 0)) / 16;
    }
  }
  return { data: down, width, height };
}

/** Every second pixel of every second row. */
export function halved({ data, width, height }: Plane): Plane {
  const [w, h] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const half = new Float32Array(w * h);
  for (let y = 0; y < h; y += 1) {
    for (let x = 0; x < w; x += 1) half[y * w + x] = data[2 * y * width + 2 * x] ?? 0;
  }
  return { data: half, width: w, height: h };
}

/** The value below which a share (0–1) of the values lies; NaN for none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
