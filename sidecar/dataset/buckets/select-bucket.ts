/** Width and height in pixels. */
export type Size = readonly [width: number, height: number];

/** As the trainer's options of the same names; `upscale` is the opposite of its bucket_no_upscale. */
export interface BucketOptions {
  resolution: Size;
  /** false: every picture is brought to the resolution itself. */
  enabled: boolean;
  upscale: boolean;
  smallest: number;
  largest: number;
  step: number;
}

/** What the trainer makes of a picture: it resizes it, and cuts what lies outside the bucket. */
export interface BucketChoice {
  bucket: Size;
  resized: Size;
}

const downTo = (value: number, step: number): number => value - (value % step);

// The trainer rounds halves up.
const rounded = (value: number): number => Math.floor(value + 0.5);

/**
 * The sizes that pictures may be brought to, sorted: sides are multiples of the step between smallest and largest, and none
 * has more area than the resolution (sd-scripts, `make_bucket_resolutions`).
 */
export function bucketSizes({ resolution, enabled, smallest, largest, step }: BucketOptions): Size[] {
  if (!enabled) return [resolution];
  const area = resolution[0] * resolution[1];
  const square = downTo(Math.floor(Math.sqrt(area)), step);
  const sizes = new Map<string, Size>([[`${square}x${square}`, [square, square]]]);
  for (let width = smallest; width <= largest; width += step) {
    const height = Math.min(largest, downTo(Math.floor(area / width), step));
    if (height < smallest) continue;
    sizes.set(`${width}x${height}`, [width, height]);
    sizes.set(`${height}x${width}`, [height, width]);
  }
  return [...sizes.values()].sort((left, right) => left[0] - right[0] || left[1] - right[1]);
}

/** The bucket nearest in shape; the picture is scaled until it covers that. */
function covering([width, height]: Size, sizes: readonly Size[]): BucketChoice {
  const aspect = width / height;
  const error = (size: Size): number => Math.abs(size[0] / size[1] - aspect);
  const own = sizes.find((size) => size[0] === width && size[1] === height);
  const bucket = own ?? sizes.reduce((best, size) => (error(size) < error(best) ? size : best));
  const scale = aspect > bucket[0] / bucket[1] ? bucket[1] / height : bucket[0] / width;
  return { bucket, resized: [rounded(width * scale), rounded(height * scale)] };
}

/** Never enlarged: shrunk to the resolution's area, then cut to multiples of the step. */
function shrinking([width, height]: Size, { resolution, step }: BucketOptions): BucketChoice {
  const area = resolution[0] * resolution[1];
  const toBucket = (resized: Size): BucketChoice => ({
    bucket: [downTo(resized[0], step), downTo(resized[1], step)],
    resized,
  });
  if (width * height <= area) return toBucket([width, height]);
  const aspect = width / height;
  const onStep = (value: number): number => downTo(rounded(value), step);
  // Either side may be put on the step; the one that keeps the shape better is.
  const ideal = Math.sqrt(area * aspect);
  const byWidth = onStep(ideal);
  const byHeight = onStep(area / ideal);
  const widthError = Math.abs(byWidth / onStep(byWidth / aspect) - aspect);
  const heightError = Math.abs(onStep(byHeight * aspect) / byHeight - aspect);
  return toBucket(
    widthError < heightError ? [byWidth, rounded(byWidth / aspect)] : [rounded(byHeight * aspect), byHeight],
  );
}

/**
 * The bucket of a picture of this size, as sd-scripts chooses it (`BucketManager.select_bucket`). A bucket with a side of 0
 * ends the trainer with an error.
 */
export function selectBucket(size: Size, options: BucketOptions, sizes: readonly Size[]): BucketChoice {
  return options.enabled && !options.upscale ? shrinking(size, options) : covering(size, sizes);
}
