// AssemblyScript, compiled to resize-wasm.ts by `node scripts/build-resize.mjs`: Pillow's 8-bit resampling (Resample.c)
// with SIMD, its result to the bit. Pixels are three bytes. Weights have 22 bits after the point, too many for the fast
// multiplication of 16 bits: each is split into its lowest 12 bits and the rest, which are summed apart and put together
// at the end. Sums start with the rounding half and with what the white border adds.
//
// Tables: per output two int32 (first input, number of groups), an int32 start, and groups of four weights (16 bytes):
// the rests of the first two, of the last two, the lowest bits of the first two, of the last two, 16 bits each.

const PRECISION_BITS: i32 = 22;
const LOW_BITS: i32 = 12;

/** Both sums put together, rounded and clipped to a byte each, as int32. */
// @ts-ignore: decorator
@inline
function whole(rests: v128, lows: v128): v128 {
  return i32x4.shr_s(i32x4.add(i32x4.shl(rests, LOW_BITS), lows), PRECISION_BITS);
}

/** Across: `rows` rows of `width` pixels to rows of `targetBytes` bytes, which begin with `columns` pixels. */
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
  const sourceBytes = width * 3;
  // Channel by channel the first two, and the last two, of the four pixels in sixteen bytes; -1 gives 0.
  const firstTwo = i8x16(0, -1, 3, -1, 1, -1, 4, -1, 2, -1, 5, -1, -1, -1, -1, -1);
  const lastTwo = i8x16(6, -1, 9, -1, 7, -1, 10, -1, 8, -1, 11, -1, -1, -1, -1, -1);
  for (let row = 0; row < rows; row += 2) {
    // Two rows share the weights; an odd last row is computed twice.
    const second = row + 1 < rows ? 1 : 0;
    const line = source + row * sourceBytes;
    const below = second * sourceBytes;
    let to = target + row * targetBytes;
    const toBelow = second * targetBytes;
    for (let column = 0; column < columns; column += 1) {
      const span = spans + (column << 3);
      let pixel = line + load<i32>(span) * 3;
      let weight = weights + column * stride;
      const last = weight + (load<i32>(span, 4) << 4);
      let rests = i32x4.splat(0);
      let restsBelow = i32x4.splat(0);
      let lows = v128.load_splat<i32>(starts + (column << 2));
      let lowsBelow = lows;
      while (weight < last) {
        const restA = v128.load_splat<i32>(weight);
        const restB = v128.load_splat<i32>(weight, 4);
        const lowA = v128.load_splat<i32>(weight, 8);
        const lowB = v128.load_splat<i32>(weight, 12);
        const four = v128.load(pixel);
        const a = i8x16.swizzle(four, firstTwo);
        const b = i8x16.swizzle(four, lastTwo);
        rests = i32x4.add(rests, i32x4.add(i32x4.dot_i16x8_s(a, restA), i32x4.dot_i16x8_s(b, restB)));
        lows = i32x4.add(lows, i32x4.add(i32x4.dot_i16x8_s(a, lowA), i32x4.dot_i16x8_s(b, lowB)));
        const fourBelow = v128.load(pixel + below);
        const c = i8x16.swizzle(fourBelow, firstTwo);
        const d = i8x16.swizzle(fourBelow, lastTwo);
        restsBelow = i32x4.add(restsBelow, i32x4.add(i32x4.dot_i16x8_s(c, restA), i32x4.dot_i16x8_s(d, restB)));
        lowsBelow = i32x4.add(lowsBelow, i32x4.add(i32x4.dot_i16x8_s(c, lowA), i32x4.dot_i16x8_s(d, lowB)));
        pixel += 12;
        weight += 16;
      }
      const short = i16x8.narrow_i32x4_s(whole(rests, lows), whole(restsBelow, lowsBelow));
      const bytes = i8x16.narrow_i16x8_u(short, short);
      // The fourth byte is the next pixel's, which overwrites it.
      v128.store32_lane(to + toBelow, bytes, 1);
      v128.store32_lane(to, bytes, 0);
      to += 3;
    }
  }
}

/** Down: rows of `bytes` bytes (a multiple of 16) to `rows` rows; tables as for `across`. */
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
    const first = weights + row * stride;
    const last = first + (load<i32>(span, 4) << 4);
    const start = v128.load_splat<i32>(starts + (row << 2));
    for (let at = 0; at < bytes; at += 16) {
      let rests0 = i32x4.splat(0);
      let rests1 = rests0;
      let rests2 = rests0;
      let rests3 = rests0;
      let lows0 = start;
      let lows1 = start;
      let lows2 = start;
      let lows3 = start;
      let from = top + at;
      // Two rows at a time, half a group.
      for (let weight = first; weight < last; weight += 16) {
        for (let half = 0; half < 8; half += 4) {
          const rest = v128.load_splat<i32>(weight + half);
          const low = v128.load_splat<i32>(weight + half, 8);
          const one = v128.load(from);
          const two = v128.load(from + bytes);
          const left = i8x16.shuffle(one, two, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
          const right = i8x16.shuffle(one, two, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
          const a = i16x8.extend_low_i8x16_u(left);
          const b = i16x8.extend_high_i8x16_u(left);
          const c = i16x8.extend_low_i8x16_u(right);
          const d = i16x8.extend_high_i8x16_u(right);
          rests0 = i32x4.add(rests0, i32x4.dot_i16x8_s(a, rest));
          lows0 = i32x4.add(lows0, i32x4.dot_i16x8_s(a, low));
          rests1 = i32x4.add(rests1, i32x4.dot_i16x8_s(b, rest));
          lows1 = i32x4.add(lows1, i32x4.dot_i16x8_s(b, low));
          rests2 = i32x4.add(rests2, i32x4.dot_i16x8_s(c, rest));
          lows2 = i32x4.add(lows2, i32x4.dot_i16x8_s(c, low));
          rests3 = i32x4.add(rests3, i32x4.dot_i16x8_s(d, rest));
          lows3 = i32x4.add(lows3, i32x4.dot_i16x8_s(d, low));
          from += bytes << 1;
        }
      }
      const left = i16x8.narrow_i32x4_s(whole(rests0, lows0), whole(rests1, lows1));
      const right = i16x8.narrow_i32x4_s(whole(rests2, lows2), whole(rests3, lows3));
      v128.store(target, i8x16.narrow_i16x8_u(left, right));
      target += 16;
    }
  }
}

/** Pixels with alpha → three-byte pixels on white, in place, with the integer rounding of Pillow's alpha_composite. */
export function overWhite(pixels: usize, count: i32): void {
  const end = pixels + (count << 2);
  const white = i8x16.splat(-1);
  const half = i16x8.splat(128);
  let target = pixels;
  for (; pixels < end; pixels += 16) {
    const four = v128.load(pixels);
    const alpha = i8x16.swizzle(four, i8x16(3, 3, 3, 3, 7, 7, 7, 7, 11, 11, 11, 11, 15, 15, 15, 15));
    const rest = v128.not(alpha);
    let left = i16x8.add(i16x8.extmul_low_i8x16_u(four, alpha), i16x8.extmul_low_i8x16_u(white, rest));
    let right = i16x8.add(i16x8.extmul_high_i8x16_u(four, alpha), i16x8.extmul_high_i8x16_u(white, rest));
    left = i16x8.add(left, half);
    right = i16x8.add(right, half);
    left = i16x8.shr_u(i16x8.add(i16x8.shr_u(left, 8), left), 8);
    right = i16x8.shr_u(i16x8.add(i16x8.shr_u(right, 8), right), 8);
    const blended = i8x16.narrow_i16x8_u(left, right);
    v128.store(target, i8x16.swizzle(blended, i8x16(0, 1, 2, 4, 5, 6, 8, 9, 10, 12, 13, 14, -1, -1, -1, -1)));
    target += 12;
  }
}
