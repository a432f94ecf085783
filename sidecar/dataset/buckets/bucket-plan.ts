import { type BucketChoice, type BucketOptions, bucketSizes, type Size, selectBucket } from "./select-bucket.js";

/** A picture as the trainer reads it: its stored size, and how often it is shown in an epoch. */
export interface TrainedPicture {
  size: Size;
  repeats: number;
}

interface Bucket {
  width: number;
  height: number;
  /** Showings in an epoch: pictures × repeats. */
  count: number;
  batches: number;
}

export interface BucketPlan {
  /** By size. */
  buckets: Bucket[];
  batchesPerEpoch: number;
  /** What becomes of each picture, in their order. */
  choices: BucketChoice[];
}

/**
 * How often each regularisation picture is shown: by its own repeats until there are as many as of training pictures, then
 * once more each in turn (sd-scripts, `DreamBoothDataset`).
 * @param showings of the training pictures in an epoch
 */
function regularisationRepeats(pictures: readonly TrainedPicture[], showings: number): number[] {
  const repeats = pictures.map(() => 0);
  let shown = 0;
  for (const [index, picture] of pictures.entries()) {
    if (shown >= showings) return repeats;
    repeats[index] = picture.repeats;
    shown += picture.repeats;
  }
  // Whole rounds at once: a set may be repeated a million times.
  const missing = pictures.length === 0 ? 0 : Math.max(0, showings - shown);
  const rounds = Math.floor(missing / Math.max(1, pictures.length));
  return repeats.map((own, index) => own + rounds + (index < missing % pictures.length ? 1 : 0));
}

/** The buckets that the trainer will make; a last batch that is not full is a batch all the same. */
export function planBuckets(
  training: readonly TrainedPicture[],
  regularisation: readonly TrainedPicture[],
  { batchSize, ...options }: BucketOptions & { batchSize: number },
): BucketPlan {
  const sizes = bucketSizes(options);
  const showings = training.reduce((sum, { repeats }) => sum + repeats, 0);
  const extra = regularisationRepeats(regularisation, showings);
  const counts = new Map<string, Bucket>();
  const choices = training.map(({ size }) => selectBucket(size, options, sizes));
  const shown = [
    ...training.map(({ repeats }, index) => ({ choice: choices[index], repeats })),
    ...regularisation.map(({ size }, index) => ({
      choice: selectBucket(size, options, sizes),
      repeats: extra[index] ?? 0,
    })),
  ];
  for (const { choice, repeats } of shown) {
    if (!choice || repeats === 0) continue;
    const [width, height] = choice.bucket;
    const known = counts.get(`${width}x${height}`) ?? { width, height, count: 0, batches: 0 };
    known.count += repeats;
    counts.set(`${width}x${height}`, known);
  }
  const buckets = [...counts.values()]
    .map((bucket) => ({ ...bucket, batches: Math.ceil(bucket.count / batchSize) }))
    .sort((left, right) => left.width - right.width || left.height - right.height);
  return { buckets, batchesPerEpoch: buckets.reduce((sum, { batches }) => sum + batches, 0), choices };
}
