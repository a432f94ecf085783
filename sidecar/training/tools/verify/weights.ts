/** What a tensor's values are. */
export interface WeightCounts {
  nan: number;
  infinite: number;
  /** True when every value is 0. */
  zero: boolean;
}

export function countWeights(values: Float32Array): WeightCounts {
  let [nan, infinite, zero] = [0, 0, true];
  for (const value of values) {
    if (value !== 0) zero = false;
    if (Number.isNaN(value)) nan += 1;
    else if (!Number.isFinite(value)) infinite += 1;
  }
  return { nan, infinite, zero };
}

/** Products of each two rows of a matrix, `rows` × `rows`; `column`: the matrix is given with its rows as columns. */
function products(values: Float32Array, rows: number, column: boolean): Float64Array {
  const width = values.length / rows;
  const found = new Float64Array(rows * rows);
  const [rowStep, step] = column ? [1, rows] : [width, 1];
  for (let one = 0; one < rows; one += 1) {
    for (let other = one; other < rows; other += 1) {
      let sum = 0;
      let [first, second] = [one * rowStep, other * rowStep];
      for (let index = 0; index < width; index += 1, first += step, second += step) {
        sum += (values[first] ?? 0) * (values[second] ?? 0);
      }
      found[one * rows + other] = sum;
      found[other * rows + one] = sum;
    }
  }
  return found;
}

/**
 * How much a module changes its layer: the Frobenius norm of up · down · alpha / dim, without making that large matrix:
 * ‖UD‖² = sum of (UᵀU) ∘ (DDᵀ).
 * @param up out × dim, row by row (a convolution's up weight is 1 × 1)
 * @param down dim × in, row by row
 */
export function changeNorm(up: Float32Array, down: Float32Array, dim: number, scale: number): number {
  const [left, right] = [products(up, dim, true), products(down, dim, false)];
  let sum = 0;
  for (let index = 0; index < left.length; index += 1) sum += (left[index] ?? 0) * (right[index] ?? 0);
  // Rounding may leave a little below nothing.
  return Math.sqrt(Math.max(0, sum)) * Math.abs(scale);
}

const PARTS: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^lora_te(\d?)_.*?layers_(\d+)_/, ([, encoder, layer]) => `te${encoder} ${layer}`],
  [/^lora_unet_(down|up)_blocks_(\d+)_/, ([, way, block]) => `unet ${way} ${block}`],
  [/^lora_unet_(input|output)_blocks_(\d+)_/, ([, way, block]) => `unet ${way} ${block}`],
  [/^lora_unet_mid(?:dle)?_block_/, () => "unet middle"],
  [/^lora_unet_(double|single|joint)_blocks_(\d+)_/, ([, kind, block]) => `${kind} ${block}`],
  [/(?:blocks|layers)[._](\d+)[._]/, ([, block]) => `block ${block}`],
  [/^lora_te/, () => "te"],
];

/** The block of the network that a module belongs to, in a few letters. */
export function blockOf(module: string): string {
  for (const [pattern, say] of PARTS) {
    const found = pattern.exec(module);
    if (found !== null) return say(found);
  }
  return "other";
}
