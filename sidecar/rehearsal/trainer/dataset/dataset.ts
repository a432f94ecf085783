import { bucketChooser, type Size } from "./buckets.js";
import type { DatasetOptions } from "./dataset-options.js";
import type { Picture, Subset } from "./subset.js";

interface Bucket {
  size: Size;
  /** Pictures × repeats in it. */
  count: number;
}

/** A dataset with its pictures in buckets. */
export interface Dataset extends Omit<DatasetOptions, "subsets"> {
  subsets: Subset[];
  /** Pictures × repeats, regularisation pictures left out. */
  images: number;
  regImages: number;
  list: Bucket[];
  /** Mean difference between a picture's sides and its bucket's. */
  aspectError: number;
  batches: number;
}

const repeated = (subsets: readonly Subset[], isReg: boolean): number =>
  subsets
    .filter((subset) => subset.isReg === isReg)
    .reduce((sum, { pictures, repeats }) => sum + pictures.length * repeats, 0);

/** Regularisation pictures are taken again until there are as many as pictures to learn. */
function registered(subsets: readonly Subset[], images: number): [Picture, number][] {
  const learnt = subsets.filter(({ isReg }) => !isReg);
  const counts = new Map<Picture, number>();
  for (const { pictures, repeats } of learnt) for (const picture of pictures) counts.set(picture, repeats);
  const reg = subsets
    .filter(({ isReg }) => isReg)
    .flatMap(({ pictures, repeats }) => pictures.map((picture) => ({ picture, repeats })));
  let taken = 0;
  for (let loop = 0; reg.length > 0 && taken < images; loop += 1) {
    for (const { picture, repeats } of reg) {
      const more = loop === 0 ? repeats : 1;
      counts.set(picture, (counts.get(picture) ?? 0) + more);
      taken += more;
      if (taken >= images) break;
    }
  }
  return [...counts];
}

/** Puts pictures into buckets. A bucket of no width comes back as one of ratio NaN. */
export function makeDataset(options: DatasetOptions, subsets: Subset[]): Dataset {
  const images = repeated(subsets, false);
  const choose = options.buckets ? bucketChooser(options) : (): Size => options.resolution;
  const buckets = new Map<string, Bucket>();
  const errors: number[] = [];
  for (const [{ size }, count] of registered(subsets, images)) {
    const chosen = choose(size);
    errors.push(Math.abs(chosen[0] / chosen[1] - size[0] / size[1]));
    const bucket = buckets.get(String(chosen)) ?? { size: chosen, count: 0 };
    bucket.count += count;
    buckets.set(String(chosen), bucket);
  }
  const list = [...buckets.values()].sort(
    (left, right) => left.size[0] - right.size[0] || left.size[1] - right.size[1],
  );
  return {
    ...options,
    subsets,
    images,
    regImages: repeated(subsets, true),
    list,
    aspectError: errors.length > 0 ? errors.reduce((sum, error) => sum + error, 0) / errors.length : 0,
    batches: list.reduce((sum, { count }) => sum + Math.ceil(count / options.batchSize), 0),
  };
}
