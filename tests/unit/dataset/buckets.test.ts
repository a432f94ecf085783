import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { planBuckets } from "../../../sidecar/dataset/buckets/bucket-plan.js";
import {
  type BucketOptions,
  bucketSizes,
  type Size,
  selectBucket,
} from "../../../sidecar/dataset/buckets/select-bucket.js";

// What sd-scripts' own code chose: tests/fixtures/buckets/README.md.
const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../tests/fixtures/buckets/${name}`, import.meta.url), "utf8"));

interface RecordedOptions {
  resolution: Size;
  enableBucket?: boolean;
  bucketNoUpscale: boolean;
  minBucketReso: number;
  maxBucketReso: number;
  bucketResoSteps: number;
}

const optionsOf = (recorded: RecordedOptions): BucketOptions => ({
  resolution: recorded.resolution,
  enabled: recorded.enableBucket ?? true,
  upscale: !recorded.bucketNoUpscale,
  smallest: recorded.minBucketReso,
  largest: recorded.maxBucketReso,
  step: recorded.bucketResoSteps,
});

const selections = fixture("select.json") as {
  options: RecordedOptions;
  predefined: Size[] | null;
  images: number[][];
}[];

test("every bucket and resized size is the trainer's own: 1,000 pictures, 20 sets of options", () => {
  let compared = 0;
  for (const { options: recorded, predefined, images } of selections) {
    const options = optionsOf(recorded);
    const sizes = bucketSizes(options);
    // Without enlarging every picture has a size of its own.
    if (predefined !== null) expect(sizes).toEqual(predefined);
    for (const image of images) {
      const [width = 0, height = 0] = image;
      const { bucket, resized } = selectBucket([width, height], options, sizes);
      expect([width, height, ...bucket, ...resized]).toEqual(image);
      compared += 1;
    }
  }
  expect(compared).toBe(1000);
});

const dataSets = fixture("datasets.json") as (RecordedOptions & {
  batchSize: number;
  subsets: { repeats: number; isReg: boolean; images: Size[] }[];
  batchesPerEpoch: number;
  buckets: number[][];
})[];

test("buckets and batches of 60 whole data sets are the trainer's own", () => {
  for (const recorded of dataSets) {
    const pictures = (reg: boolean) =>
      recorded.subsets
        .filter(({ isReg }) => isReg === reg)
        .flatMap(({ images, repeats }) => images.map((size) => ({ size, repeats })));
    const options = { ...optionsOf(recorded), batchSize: recorded.batchSize };
    const { buckets, batchesPerEpoch } = planBuckets(pictures(false), pictures(true), options);
    expect(buckets.map(({ width, height, count }) => [width, height, count])).toEqual(recorded.buckets);
    expect(batchesPerEpoch).toBe(recorded.batchesPerEpoch);
  }
  expect(dataSets).toHaveLength(60);
});
