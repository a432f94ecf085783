/** The number that two bytes of IEEE 754 binary16 stand for. */
export function halfToNumber(bits: number): number {
  const [exponent, fraction] = [(bits >>> 10) & 0x1f, bits & 0x3ff];
  const size =
    exponent === 0
      ? fraction * 2 ** -24
      : exponent === 31
        ? fraction === 0
          ? Number.POSITIVE_INFINITY
          : Number.NaN
        : (1 + fraction / 1024) * 2 ** (exponent - 15);
  return bits & 0x8000 ? -size : size;
}

const words = new DataView(new ArrayBuffer(4));

/** The upper half of a binary32: what bfloat16 is. */
export function bfloatToNumber(bits: number): number {
  words.setUint32(0, bits << 16);
  return words.getFloat32(0);
}

export function numberToBfloat(value: number): number {
  words.setFloat32(0, value);
  return (words.getUint32(0) + 0x8000) >>> 16;
}

/** Rounded to the nearest; sizes below 2⁻¹⁴ lose digits, those above 65,504 become infinite. */
export function numberToHalf(value: number): number {
  if (Number.isNaN(value)) return 0x7e00;
  const negative = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (size < 2 ** -14) return negative | Math.round(size * 2 ** 24);
  const exponent = Math.min(16, Math.floor(Math.log2(size)));
  const fraction = Math.round((size / 2 ** exponent - 1) * 1024);
  const bits = ((exponent + 15) << 10) + fraction;
  return negative | Math.min(bits, 0x7c00);
}
