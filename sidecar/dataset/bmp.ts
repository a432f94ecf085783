export interface RawImage {
  /** Rows from the top, `channels` bytes a pixel. */
  data: Uint8Array;
  width: number;
  height: number;
  channels: 3 | 4;
}

// Far above any training picture; a header that claims more is damaged or hostile.
const MAX_SIDE = 65_535;

const HEADER_BYTES = 54;
// Smaller ones are OS/2's, whose fields lie elsewhere.
const WINDOWS_HEADER_BYTES = 40;

/** Decodes an uncompressed 8-, 24- or 32-bit BMP (libvips cannot). @throws Error that says what is not supported */
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
  if (bits !== 8 && bits !== 24 && bits !== 32) throw new Error(`BMP with ${bits} bits a pixel is not supported`);
  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) throw new Error("the BMP header is damaged");
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (bytes.length < start + stride * height) throw new Error("the BMP file is truncated");
  const data = new Uint8Array(width * height * 3);
  const palette = 14 + headerSize;
  for (let row = 0; row < height; row += 1) {
    const source = start + stride * (signedHeight > 0 ? height - 1 - row : row);
    for (let column = 0; column < width; column += 1) {
      const pixel = source + (column * bits) / 8;
      const from = bits === 8 ? palette + 4 * (bytes[pixel] ?? 0) : pixel;
      const to = (row * width + column) * 3;
      data[to] = bytes[from + 2] ?? 0;
      data[to + 1] = bytes[from + 1] ?? 0;
      data[to + 2] = bytes[from] ?? 0;
    }
  }
  return { data, width, height, channels: 3 };
}
