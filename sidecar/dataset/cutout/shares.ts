// Loops, because `from` with a function walks an iterator: over millions of pixels that takes seconds.

/** Bytes as shares of 0–1. */
export function toShares(bytes: Uint8Array): Float32Array {
  const shares = new Float32Array(bytes.length);
  for (let index = 0; index < bytes.length; index += 1) shares[index] = (bytes[index] ?? 0) / 255;
  return shares;
}

/** Shares of 0–1 as bytes; what lies outside becomes 0 or 255. */
export function toBytes(shares: Float32Array | Float64Array): Uint8Array {
  const bytes = new Uint8Array(shares.length);
  for (let index = 0; index < shares.length; index += 1) {
    bytes[index] = Math.round(Math.min(1, Math.max(0, shares[index] ?? 0)) * 255);
  }
  return bytes;
}
