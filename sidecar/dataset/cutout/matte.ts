import { closedFormAlpha } from "./closed-form.js";
import type { Mask } from "./mask.js";
import { type Matting, trimapOf, UNKNOWN } from "./trimap.js";

// Each takes about a hundred bytes and a microsecond a round; with more of them a smaller picture answers for them.
const MOST_UNKNOWN = 1_000_000;

/** Half the size, each pixel the mean of up to four. */
function halved(data: Uint8Array, { width, height }: Omit<Mask, "data">, channels: number): Uint8Array {
  const [narrow, low] = [Math.ceil(width / 2), Math.ceil(height / 2)];
  const result = new Uint8Array(narrow * low * channels);
  for (let row = 0; row < low; row += 1) {
    const rows = [row * 2, Math.min(height - 1, row * 2 + 1)];
    for (let column = 0; column < narrow; column += 1) {
      const columns = [column * 2, Math.min(width - 1, column * 2 + 1)];
      for (let channel = 0; channel < channels; channel += 1) {
        let sum = 0;
        for (const y of rows) for (const x of columns) sum += data[(y * width + x) * channels + channel] ?? 0;
        result[(row * narrow + column) * channels + channel] = Math.round(sum / 4);
      }
    }
  }
  return result;
}

/**
 * Soft edges for a mask by alpha matting. Where too much is unsure for the picture's size, half of it is solved and
 * enlarged; the sure pixels stay sure.
 * @param rgb three bytes a pixel
 */
export function matted(rgb: Uint8Array, mask: Mask, matting: Matting, most = MOST_UNKNOWN): Mask {
  const trimap = trimapOf(mask, matting);
  const unknown = trimap.reduce((sum, sure) => sum + (sure === UNKNOWN ? 1 : 0), 0);
  const { width, height } = mask;
  if (unknown <= most || width < 8 || height < 8) return closedFormAlpha(rgb, mask, trimap);
  const small: Mask = {
    data: halved(mask.data, mask, 1),
    width: Math.ceil(width / 2),
    height: Math.ceil(height / 2),
  };
  const half = matted(halved(rgb, mask, 3), small, { ...matting, erode: Math.ceil(matting.erode / 2) }, most);
  const data = trimap.map((sure, pixel) => {
    if (sure !== UNKNOWN) return sure;
    const column = pixel % width;
    return half.data[Math.floor((pixel - column) / width / 2) * half.width + Math.floor(column / 2)] ?? 0;
  });
  return { data, width, height };
}
