export type Size = readonly [width: number, height: number];

export interface BucketOptions {
  resolution: Size;
  smallest: number;
  largest: number;
  step: number;
  noUpscale: boolean;
}

/** The prepared bucket sizes (sd-scripts, `model_util.make_bucket_resolutions`). */
function prepared({ resolution: [width, height], smallest, largest, step }: BucketOptions): Size[] {
  const area = width * height;
  const square = Math.floor(Math.sqrt(area) / step) * step;
  const sizes = new Map<string, Size>([[String([square, square]), [square, square]]]);
  for (let side = smallest; side <= largest; side += step) {
    const other = Math.min(largest, Math.floor(Math.floor(area / side) / step) * step);
    if (other < smallest) continue;
    sizes.set(String([side, other]), [side, other]);
    sizes.set(String([other, side]), [other, side]);
  }
  return [...sizes.values()].sort((left, right) => left[0] - right[0] || left[1] - right[1]);
}

const toStep = (value: number, step: number): number => {
  const rounded = Math.floor(value + 0.5);
  return rounded - (rounded % step);
};

/** The bucket of a picture that may be made smaller only (`bucket_no_upscale`). */
function shrunk([width, height]: Size, { resolution, step }: BucketOptions): Size {
  const ratio = width / height;
  const area = resolution[0] * resolution[1];
  let size: Size = [width, height];
  if (width * height > area) {
    const wide = Math.sqrt(area * ratio);
    const byWidth = toStep(wide, step);
    const heightThen = toStep(byWidth / ratio, step);
    const byHeight = toStep(area / wide, step);
    const widthThen = toStep(byHeight * ratio, step);
    size =
      Math.abs(byWidth / heightThen - ratio) < Math.abs(widthThen / byHeight - ratio)
        ? [byWidth, Math.floor(byWidth / ratio + 0.5)]
        : [Math.floor(byHeight * ratio + 0.5), byHeight];
  }
  return [size[0] - (size[0] % step), size[1] - (size[1] % step)];
}

function nearest(picture: Size, sizes: readonly Size[]): Size {
  const ratio = picture[0] / picture[1];
  let best = sizes[0] ?? picture;
  for (const size of sizes) {
    if (size[0] === picture[0] && size[1] === picture[1]) return size;
    if (Math.abs(size[0] / size[1] - ratio) < Math.abs(best[0] / best[1] - ratio)) best = size;
  }
  return best;
}

/** Chooses a picture's bucket as the trainer does. */
export function bucketChooser(options: BucketOptions): (picture: Size) => Size {
  if (options.noUpscale) return (picture) => shrunk(picture, options);
  const sizes = prepared(options);
  return (picture) => nearest(picture, sizes);
}
