import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { planBuckets, type TrainedPicture } from "../../../sidecar/dataset/buckets/bucket-plan.js";
import type { BucketOptions } from "../../../sidecar/dataset/buckets/select-bucket.js";
import { type CountedDataset, type Counting, countSteps } from "../../../sidecar/planning/steps/count-steps.js";

const fixture = (path: string): Buffer => readFileSync(`tests/fixtures/${path}`);

/** What a set counts as, by the bucket plan that was proved against the trainer's. */
function counted(
  training: readonly TrainedPicture[],
  options: BucketOptions & { batchSize: number },
  regularisation: readonly TrainedPicture[] = [],
): CountedDataset {
  return {
    images: training.length,
    showings: training.reduce((sum, { repeats }) => sum + repeats, 0),
    batchSize: options.batchSize,
    trainingBatches: planBuckets(training, [], options).batchesPerEpoch,
    batches: planBuckets(training, regularisation, options).batchesPerEpoch,
  };
}

const counting = (dataset: CountedDataset, rest: Partial<Counting> = {}): Counting => ({
  datasets: [dataset],
  length: { by: "epochs", value: 1 },
  accumulation: 1,
  processes: 1,
  kohya: { showings: dataset.showings, batchSize: dataset.batchSize, regularisation: false },
  ...rest,
});

const square = (count: number, repeats: number): TrainedPicture[] =>
  Array.from({ length: count }, () => ({ size: [512, 512] as const, repeats }));

const options = (batchSize: number): BucketOptions & { batchSize: number } => ({
  resolution: [512, 512],
  enabled: true,
  upscale: true,
  smallest: 256,
  largest: 1024,
  step: 64,
  batchSize,
});

interface RecordedSet {
  resolution: [number, number];
  batchSize: number;
  enableBucket: boolean;
  bucketNoUpscale: boolean;
  minBucketReso: number;
  maxBucketReso: number;
  bucketResoSteps: number;
  subsets: { repeats: number; isReg: boolean; images: [number, number][] }[];
  batchesPerEpoch: number;
  trainImagesTimesRepeats: number;
}

const recordedSets: RecordedSet[] = JSON.parse(fixture("buckets/datasets.json").toString("utf8"));

/** Option of a recorded command line; of one that stands there twice, the later. */
const given = (argv: readonly string[], name: string): string | undefined => argv[argv.lastIndexOf(`--${name}`) + 1];

describe("the article's sum", () => {
  it("20 pictures × 10 repeats × 35 epochs are 7000 steps, counted either way", () => {
    const steps = countSteps(counting(counted(square(20, 10), options(1)), { length: { by: "epochs", value: 35 } }));
    expect(steps).toMatchObject({
      article: 7000,
      exact: 7000,
      perEpoch: 200,
      epochs: 35,
      kohya: 7000,
      differences: [],
    });
  });
});

describe("what the trainer reaches", () => {
  it.each(recordedSets.map((set, index) => ({ set, index })))(
    "data set $index: epochs follow from its batches, with accumulation and processes",
    ({ set }) => {
      const bucketOptions = {
        resolution: set.resolution,
        enabled: set.enableBucket,
        upscale: !set.bucketNoUpscale,
        smallest: set.minBucketReso,
        largest: set.maxBucketReso,
        step: set.bucketResoSteps,
        batchSize: set.batchSize,
      };
      const pictures = (isReg: boolean): TrainedPicture[] =>
        set.subsets
          .filter((subset) => subset.isReg === isReg)
          .flatMap(({ images, repeats }) => images.map((size) => ({ size, repeats })));
      const dataset = counted(pictures(false), bucketOptions, pictures(true));
      expect(dataset.showings).toBe(set.trainImagesTimesRepeats);
      for (const [accumulation, processes] of [
        [1, 1],
        [4, 1],
        [1, 2],
        [3, 2],
      ] as const) {
        // Python's own expression: epochs * ceil(len(dataloader) / processes / accumulation).
        const wanted = 10 * Math.ceil(set.batchesPerEpoch / processes / accumulation);
        const steps = countSteps(counting(dataset, { length: { by: "epochs", value: 10 }, accumulation, processes }));
        expect(steps?.exact).toBe(wanted);
        expect(steps?.batchesPerEpoch).toBe(set.batchesPerEpoch);
        // The chain of reasons leads from the simple sum to the exact one.
        const chain = steps?.differences ?? [];
        expect(chain.at(-1)?.after ?? steps?.article).toBe(wanted);
        for (const [index, { before }] of chain.entries()) {
          expect(before).toBe(index === 0 ? steps?.article : chain[index - 1]?.after);
        }
      }
    },
  );

  it.each([
    "train_ok",
    "train_ok_accelerate",
    "train_ok_epochs",
    "train_ok_samples",
    "train_ok_stdout_not_unbuffered",
    "ok_adafactor_constant",
    "warn_half_captions",
  ])("recorded run %s printed the same numbers", (name) => {
    const { argv } = JSON.parse(fixture(`trainer-output/${name}.json`).toString("utf8")) as { argv: string[] };
    const printed = fixture(`trainer-output/${name}.stdout.bin`).toString("utf8");
    const numberAfter = (text: string): number => Number(new RegExp(`${text}[^:=]*[:=] (\\d+)`).exec(printed)?.[1]);
    const [width = 0, height = width] = (given(argv, "resolution") ?? "").split(",").map(Number);
    // All recorded runs: four pictures of 64 × 64 in 2_okara.
    const pictures: TrainedPicture[] = Array.from({ length: 4 }, () => ({ size: [64, 64] as const, repeats: 2 }));
    const dataset = counted(pictures, {
      resolution: [width, height],
      enabled: argv.includes("--enable_bucket"),
      upscale: true,
      smallest: Number(given(argv, "min_bucket_reso")),
      largest: Number(given(argv, "max_bucket_reso")),
      step: 64,
      batchSize: Number(given(argv, "train_batch_size")),
    });
    const length = argv.includes("--max_train_epochs")
      ? { by: "epochs" as const, value: Number(given(argv, "max_train_epochs")) }
      : { by: "steps" as const, value: Number(given(argv, "max_train_steps")) };
    const steps = countSteps(counting(dataset, { length }));
    expect(steps?.showings).toBe(numberAfter("num train images"));
    expect(steps?.batchesPerEpoch).toBe(numberAfter("num batches per epoch"));
    expect(steps?.epochs).toBe(numberAfter("num epochs"));
    expect(steps?.exact).toBe(numberAfter("total optimization steps"));
  });
});

describe("why the sums differ", () => {
  it("names batch size and short batches", () => {
    const pictures = [...square(3, 1), { size: [512, 256] as const, repeats: 1 }];
    const steps = countSteps(counting(counted(pictures, options(2)), { length: { by: "epochs", value: 10 } }));
    // Two buckets: 3 pictures in 2 batches, 1 picture in 1.
    expect(steps).toMatchObject({ article: 40, exact: 30, perEpoch: 3 });
    expect(steps?.differences).toEqual([
      { kind: "batchSize", before: 40, after: 20 },
      { kind: "shortBatches", before: 20, after: 30 },
    ]);
  });

  it("names regularisation, accumulation and processes", () => {
    const dataset = counted(square(10, 2), options(1), square(5, 1));
    const steps = countSteps(counting(dataset, { length: { by: "epochs", value: 3 }, accumulation: 2, processes: 2 }));
    expect(steps?.differences.map(({ kind, after }) => [kind, after])).toEqual([
      ["regularisation", 120],
      ["accumulation", 60],
      ["processes", 30],
    ]);
  });

  it("a number of steps ends in the middle of an epoch", () => {
    const steps = countSteps(counting(counted(square(20, 10), options(1)), { length: { by: "steps", value: 6900 } }));
    expect(steps).toMatchObject({ exact: 6900, epochs: 35, article: 7000 });
    expect(steps?.differences).toEqual([{ kind: "limit", before: 7000, after: 6900 }]);
  });

  it("Kohya's formula doubles with regularisation and passes over buckets", () => {
    const dataset = counted([...square(3, 2), { size: [512, 256] as const, repeats: 2 }], options(2));
    const steps = countSteps(
      counting(dataset, {
        length: { by: "kohyaEpochs", value: 3 },
        accumulation: 2,
        kohya: { showings: 8, batchSize: 2, regularisation: true },
      }),
    );
    // 8 ÷ 2 ÷ 2 × 3 × 2, as the GUI's own code was seen to give it.
    expect(steps?.exact).toBe(12);
    expect(steps?.kohya).toBe(12);
    expect(steps?.differences.at(-1)).toEqual({ kind: "kohyaFormula", before: 6, after: 12 });
  });

  it("without a picture there is nothing to count", () => {
    expect(countSteps(counting(counted([], options(1))))).toBeNull();
  });
});
