import type { Bits } from "./frequency-hash.js";
import type { KeyPoint } from "./key-points.js";

/** What a picture looks like, small enough to compare ten thousand of them. */
export interface Look {
  /** Width over height. */
  aspect: number;
  bits: Bits;
  mirrored: Bits;
  /** THUMB × THUMB pixels of RGB, whatever the picture's shape. */
  thumb: Uint8Array;
  points: KeyPoint[];
}

export const THUMB = 24;
const HEAD_BYTES = 4 + 16;
const THUMB_BYTES = THUMB * THUMB * 3;
const POINT_BYTES = 14;

/** Little-endian bytes: aspect, two hashes, thumb, then 14 bytes a point. */
export function packLook({ aspect, bits, mirrored, thumb, points }: Look): Uint8Array {
  const bytes = new Uint8Array(HEAD_BYTES + THUMB_BYTES + points.length * POINT_BYTES);
  const view = new DataView(bytes.buffer);
  view.setFloat32(0, aspect, true);
  for (const [index, value] of [...bits, ...mirrored].entries()) view.setInt32(4 + 4 * index, value, true);
  bytes.set(thumb, HEAD_BYTES);
  for (const [index, { x, y, level, high, low }] of points.entries()) {
    const at = HEAD_BYTES + THUMB_BYTES + index * POINT_BYTES;
    view.setUint16(at, Math.round(x * 65_535), true);
    view.setUint16(at + 2, Math.round(y * 65_535), true);
    view.setUint16(at + 4, level, true);
    view.setInt32(at + 6, high, true);
    view.setInt32(at + 10, low, true);
  }
  return bytes;
}

/** @throws Error for bytes that `packLook` did not write */
export function unpackLook(bytes: Uint8Array): Look {
  const rest = bytes.length - HEAD_BYTES - THUMB_BYTES;
  if (rest < 0 || rest % POINT_BYTES !== 0) throw new Error(`a look of ${bytes.length} bytes`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const points: KeyPoint[] = [];
  for (let at = HEAD_BYTES + THUMB_BYTES; at < bytes.length; at += POINT_BYTES) {
    points.push({
      x: view.getUint16(at, true) / 65_535,
      y: view.getUint16(at + 2, true) / 65_535,
      level: view.getUint16(at + 4, true),
      high: view.getInt32(at + 6, true),
      low: view.getInt32(at + 10, true),
    });
  }
  return {
    aspect: view.getFloat32(0, true),
    bits: [view.getInt32(4, true), view.getInt32(8, true)],
    mirrored: [view.getInt32(12, true), view.getInt32(16, true)],
    thumb: bytes.subarray(HEAD_BYTES, HEAD_BYTES + THUMB_BYTES),
    points,
  };
}
