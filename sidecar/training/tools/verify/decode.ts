// The reading side of half floats: a table is faster than arithmetic for millions of weights.
const HALVES = 65_536;
let halves: Float32Array | null = null;

function halfTable(): Float32Array {
  if (halves !== null) return halves;
  const table = new Float32Array(HALVES);
  for (let bits = 0; bits < HALVES; bits += 1) {
    const sign = bits & 0x8000 ? -1 : 1;
    const exponent = (bits >> 10) & 0x1f;
    const fraction = bits & 0x3ff;
    if (exponent === 0) table[bits] = sign * fraction * 2 ** -24;
    else if (exponent === 31) table[bits] = fraction === 0 ? sign * Number.POSITIVE_INFINITY : Number.NaN;
    else table[bits] = sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
  }
  halves = table;
  return table;
}

const wideBits = new Uint32Array(1);
const wide = new Float32Array(wideBits.buffer);

type Read = (bytes: Buffer, at: number) => number;

const readers: Readonly<Record<string, { bytes: number; read: Read }>> = {
  F16: { bytes: 2, read: (bytes, at) => halfTable()[bytes.readUInt16LE(at)] ?? 0 },
  BF16: {
    bytes: 2,
    read(bytes, at) {
      wideBits[0] = bytes.readUInt16LE(at) << 16;
      return wide[0] ?? 0;
    },
  },
  F32: { bytes: 4, read: (bytes, at) => bytes.readFloatLE(at) },
  F64: { bytes: 8, read: (bytes, at) => bytes.readDoubleLE(at) },
};

/** The values of a tensor's bytes; null for a type that is not read here (8 bits, whole numbers). */
export function decode(dtype: string, bytes: Buffer): Float32Array | null {
  const reader = readers[dtype];
  if (reader === undefined) return null;
  const values = new Float32Array(Math.floor(bytes.length / reader.bytes));
  for (let index = 0; index < values.length; index += 1) values[index] = reader.read(bytes, index * reader.bytes);
  return values;
}
