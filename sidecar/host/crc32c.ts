// Castagnoli's polynomial, reflected (RFC 3720, appendix B.4); Node's own zlib has only the other CRC-32.
const POLYNOMIAL = 0x82f63b78;
const MASK_DELTA = 0xa282ead8;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value;
});

/** CRC-32C of `bytes[from, to)`: 0 to 2³² − 1. */
export function crc32c(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let value = 0xffffffff;
  for (let at = from; at < to; at += 1) value = (table[(value ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (value >>> 8);
  return ~value >>> 0;
}

/** As it stands in event files: turned by 15 bits and moved by a constant (TensorFlow, `lib/hash/crc32c.h`). */
export function maskedCrc32c(bytes: Uint8Array, from = 0, to = bytes.length): number {
  const value = crc32c(bytes, from, to);
  return (((value >>> 15) | (value << 17)) + MASK_DELTA) >>> 0;
}
