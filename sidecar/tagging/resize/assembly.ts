// AssemblyScript, compiled to resize-wasm.ts by `node scripts/build-resize.mjs`: Pillow's 8-bit resampling (Resample.c)
// with SIMD. Pixels are four bytes, weights fixed-point with 22 bits after the point; sums start with the rounding half
// and with what the white border adds, so that every result is Pillow's to the bit.

const PRECISION_BITS: i32 = 22;

/** Rounded to a byte, clipped: four sums → the lowest four bytes. */
// @ts-ignore: decorator
@inline
function toBytes(sums: v128): v128 {
  const whole = i32x4.shr_s(sums, PRECISION_BITS);
  const short = i16x8.narrow_i32x4_s(whole, whole);
  return i8x16.narrow_i16x8_u(short, short);
}

/**
 * Across: `rows` rows of four-byte pixels, `width` each, to rows of `targetBytes` with `columns` pixels. Per output:
 * first input pixel and number of taps (two int32), `stride` int32 weights, and the start of its sum.
 */
export function across(
  source: usize,
  width: i32,
  rows: i32,
  target: usize,
  targetBytes: i32,
  columns: i32,
  spans: usize,
  weights: usize,
  stride: i32,
  starts: usize,
): void {
  for (let row = 0; row < rows; row += 1) {
    const line = source + ((row * width) << 2);
    let to = target + row * targetBytes;
    for (let column = 0; column < columns; column += 1) {
      const span = spans + (column << 3);
      let pixel = line + (load<i32>(span) << 2);
      const taps = load<i32>(span, 4);
      let weight = weights + ((column * stride) << 2);
      let sums = v128.load_splat<i32>(starts + (column << 2));
      const last = weight + (taps << 2);
      // Two pixels at a time.
      for (; weight + 4 < last; weight += 8) {
        const two = i16x8.extend_low_i8x16_u(v128.load64_zero(pixel));
        sums = i32x4.add(sums, i32x4.mul(i32x4.extend_low_i16x8_u(two), v128.load_splat<i32>(weight)));
        sums = i32x4.add(sums, i32x4.mul(i32x4.extend_high_i16x8_u(two), v128.load_splat<i32>(weight, 4)));
        pixel += 8;
      }
      if (weight < last) {
        const one = i16x8.extend_low_i8x16_u(v128.load32_zero(pixel));
        sums = i32x4.add(sums, i32x4.mul(i32x4.extend_low_i16x8_u(one), v128.load_splat<i32>(weight)));
      }
      v128.store32_lane(to, toBytes(sums), 0);
      to += 4;
    }
  }
}

/** Down: rows of `bytes` bytes (a multiple of 16) to `rows` rows; spans, weights and starts as for `across`. */
export function down(
  source: usize,
  bytes: i32,
  target: usize,
  rows: i32,
  spans: usize,
  weights: usize,
  stride: i32,
  starts: usize,
): void {
  for (let row = 0; row < rows; row += 1) {
    const span = spans + (row << 3);
    const top = source + load<i32>(span) * bytes;
    const first = weights + ((row * stride) << 2);
    const last = first + (load<i32>(span, 4) << 2);
    const start = v128.load_splat<i32>(starts + (row << 2));
    for (let at = 0; at < bytes; at += 16) {
      let a = start;
      let b = start;
      let c = start;
      let d = start;
      let from = top + at;
      for (let weight = first; weight < last; weight += 4) {
        const factor = v128.load_splat<i32>(weight);
        const sixteen = v128.load(from);
        const low = i16x8.extend_low_i8x16_u(sixteen);
        const high = i16x8.extend_high_i8x16_u(sixteen);
        a = i32x4.add(a, i32x4.mul(i32x4.extend_low_i16x8_u(low), factor));
        b = i32x4.add(b, i32x4.mul(i32x4.extend_high_i16x8_u(low), factor));
        c = i32x4.add(c, i32x4.mul(i32x4.extend_low_i16x8_u(high), factor));
        d = i32x4.add(d, i32x4.mul(i32x4.extend_high_i16x8_u(high), factor));
        from += bytes;
      }
      const ab = i16x8.narrow_i32x4_s(i32x4.shr_s(a, PRECISION_BITS), i32x4.shr_s(b, PRECISION_BITS));
      const cd = i16x8.narrow_i32x4_s(i32x4.shr_s(c, PRECISION_BITS), i32x4.shr_s(d, PRECISION_BITS));
      v128.store(target, i8x16.narrow_i16x8_u(ab, cd));
      target += 16;
    }
  }
}

/** Three-byte pixels → four-byte pixels. */
export function widen(source: usize, target: usize, pixels: i32): void {
  const end = source + pixels * 3;
  while (source < end) {
    store<u32>(target, load<u32>(source));
    source += 3;
    target += 4;
  }
}

/** Four-byte pixels with alpha → composited on white in place, with the integer rounding of Pillow's alpha_composite. */
export function overWhite(pixels: usize, count: i32): void {
  const end = pixels + (count << 2);
  for (; pixels < end; pixels += 4) {
    const alpha: u32 = load<u8>(pixels, 3);
    if (alpha == 255) continue;
    for (let channel = 0; channel < 3; channel += 1) {
      const blend: u32 = <u32>load<u8>(pixels + channel) * alpha + 255 * (255 - alpha) + 128;
      store<u8>(pixels + channel, <u8>(((blend >> 8) + blend) >> 8));
    }
  }
}
