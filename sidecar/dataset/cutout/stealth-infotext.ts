import type { RawImage } from "../bmp.js";

/** Where a WebUI hid its infotext, and how many pixels carry it. */
export interface StealthInfotext {
  signature: string;
  in: "alpha" | "colours";
  /** Pixels from the first one, column by column. */
  pixels: number;
}

const signatures = {
  alpha: ["stealth_pnginfo", "stealth_pngcomp"],
  colours: ["stealth_rgbinfo", "stealth_rgbcomp"],
} as const;

const SIGNATURE_BYTES = 15;
const LENGTH_BITS = 32;

/**
 * Bits of the lowest value of a picture's bytes, as the WebUIs' stealth infotext is written: pixels column by column from
 * the top, in the alpha channel one a pixel, in the colours three (red, green, blue), the highest bit of each byte first.
 */
function bitReader({ data, width, height, channels }: RawImage, place: StealthInfotext["in"]) {
  const perPixel = place === "alpha" ? 1 : 3;
  return (index: number): number => {
    const pixel = Math.floor(index / perPixel);
    const column = Math.floor(pixel / height);
    const at = ((pixel % height) * width + column) * channels;
    return (data[at + (place === "alpha" ? 3 : index % 3)] ?? 0) & 1;
  };
}

/**
 * Recognises infotext in the lowest bits of the alpha channel or of the colours: fifteen letters of signature, 32 bits with
 * the number of bits that follow, the text (in the forms ending in `comp` gzipped). The format is that of the extensions
 * sd-webui-stealth-pnginfo and those that read its pictures; null for a picture without.
 */
export function stealthInfotext(image: RawImage): StealthInfotext | null {
  for (const place of ["alpha", "colours"] as const) {
    if (place === "alpha" && image.channels !== 4) continue;
    const perPixel = place === "alpha" ? 1 : 3;
    const capacity = image.width * image.height * perPixel;
    const header = SIGNATURE_BYTES * 8 + LENGTH_BITS;
    if (capacity < header) continue;
    const bit = bitReader(image, place);
    const number = (from: number, bits: number): number => {
      let value = 0;
      for (let index = 0; index < bits; index += 1) value = value * 2 + bit(from + index);
      return value;
    };
    const letters = Array.from({ length: SIGNATURE_BYTES }, (_, index) => String.fromCharCode(number(index * 8, 8)));
    const signature = signatures[place].find((known) => known === letters.join(""));
    if (signature === undefined) continue;
    // A damaged length carries at most what there is.
    const bits = Math.min(capacity, header + number(SIGNATURE_BYTES * 8, LENGTH_BITS));
    return { signature, in: place, pixels: Math.ceil(bits / perPixel) };
  }
  return null;
}

/**
 * The picture without hidden infotext. Alpha that carries it becomes 255 where it was opaque, and even elsewhere; in the colours each lowest bit
 * becomes the one above it, so that black stays black and white stays white.
 */
export function withoutStealth(image: RawImage): RawImage {
  const found = stealthInfotext(image);
  if (!found) return image;
  const { width, height, channels } = image;
  const data = image.data.slice();
  if (found.in === "alpha") {
    // A true cut-out that carries infotext keeps its transparency; what was opaque was so before it was marked.
    for (let at = 3; at < data.length; at += 4) data[at] = (data[at] ?? 0) >= 254 ? 255 : (data[at] ?? 0) & 0xfe;
    return { ...image, data };
  }
  for (let pixel = 0; pixel < found.pixels; pixel += 1) {
    const at = ((pixel % height) * width + Math.floor(pixel / height)) * channels;
    for (let channel = 0; channel < 3; channel += 1) {
      const value = data[at + channel] ?? 0;
      data[at + channel] = (value & 0xfe) | ((value >> 1) & 1);
    }
  }
  return { ...image, data };
}
