import { MAX_PIXELS, MAX_SIDE } from "./picture-limits.js";

export interface RawImage {
  /** Rows from the top, `channels` bytes a pixel. */
  data: Uint8Array;
  width: number;
  height: number;
  channels: 3 | 4;
}

const HEADER_BYTES = 54;
// Smaller ones are OS/2's, whose fields lie elsewhere.
const WINDOWS_HEADER_BYTES = 40;

/** Decodes an uncompressed BMP of 1, 4, 8, 24 or 32 bits (libvips cannot). @throws Error that says what is not supported */
export function decodeBmp(bytes: Uint8Array): RawImage {
  if (bytes.length < HEADER_BYTES) throw new Error("the BMP file is too short");
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [start, headerSize] = [view.getUint32(10, true), view.getUint32(14, true)];
  const [width, signedHeight] = [view.getInt32(18, true), view.getInt32(22, true)];
  const [bits, compression] = [view.getUint16(28, true), view.getUint32(30, true)];
  const height = Math.abs(signedHeight);
  // 3 is "bit fields": for 32 bits it is written by common programs with the same order as 0.
  if (compression !== 0 && !(compression === 3 && bits === 32)) throw new Error("compressed BMP is not supported");
  if (headerSize < WINDOWS_HEADER_BYTES) throw new Error("BMP of OS/2 is not supported");
  if (![1, 4, 8, 24, 32].includes(bits)) throw new Error(`BMP with ${bits} bits a pixel is not supported`);
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE || width * height > MAX_PIXELS) {
    throw new Error(`the BMP header claims ${width} × ${height} pixels`);
  }
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (bytes.length < start + stride * height) throw new Error("the BMP file is truncated");
  const data = new Uint8Array(width * height * 3);
  const palette = 14 + headerSize;
  // Of a pixel smaller than a byte: the leftmost is in the highest bits.
  const mask = 2 ** Math.min(bits, 8) - 1;
  for (let row = 0; row < height; row += 1) {
    const source = start + stride * (signedHeight > 0 ? height - 1 - row : row);
    for (let column = 0; column < width; column += 1) {
      const bit = column * bits;
      const pixel = source + (bit >> 3);
      const index = ((bytes[pixel] ?? 0) >> (8 - bits - (bit & 7))) & mask;
      const from = bits <= 8 ? palette + 4 * index : pixel;
      const to = (row * width + column) * 3;
      data[to] = bytes[from + 2] ?? 0;
      data[to + 1] = bytes[from + 1] ?? 0;
      data[to + 2] = bytes[from] ?? 0;
    }
  }
  return { data, width, height, channels: 3 };
}
