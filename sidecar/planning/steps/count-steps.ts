import { type KohyaStepParts, kohyaSteps } from "../kohya/kohya-steps.js";
import type { PlanLength } from "../plan.js";
import type { StepCount, StepDifference } from "./step-count.js";

/** What counts of one dataset; batches as the trainer's buckets give them. */
export interface CountedDataset {
  images: number;
  /** Training pictures × repeats, without regularisation. */
  showings: number;
  batchSize: number;
  /** Batches an epoch of the training pictures alone, and with regularisation pictures. */
  trainingBatches: number;
  batches: number;
}

export interface Counting {
  datasets: readonly CountedDataset[];
  length: PlanLength;
  /** `gradient_accumulation_steps`, at least 1. */
  accumulation: number;
  /** `num_processes`, at least 1. */
  processes: number;
  /** What Kohya's GUI counts: its formula needs its own number of showings. */
  kohya: Omit<KohyaStepParts, "epochs" | "accumulation">;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/**
 * The steps that the trainer will reach: an epoch has ceil(batches ÷ processes ÷ accumulation), where a last batch of a bucket
 * counts though it is not full; `epochs` are multiplied, `steps` taken as they are (sd-scripts, `train_network.py`).
 * @returns null when there is not a single batch: the trainer then ends without a file
 */
export function countSteps(counting: Counting): StepCount | null {
  const { datasets, length, accumulation, processes } = counting;
  const batchesPerEpoch = sum(datasets.map(({ batches }) => batches));
  if (batchesPerEpoch === 0) return null;
  const perEpoch = Math.ceil(batchesPerEpoch / processes / accumulation);
  const inKohya = (epochs: number): number => kohyaSteps({ ...counting.kohya, accumulation, epochs });
  const exact = {
    epochs: length.value * perEpoch,
    steps: length.value,
    kohyaEpochs: inKohya(length.value),
  }[length.by];
  const epochs = Math.ceil(exact / perEpoch);
  const named = length.by === "steps" ? epochs : length.value;
  const showings = sum(datasets.map(({ showings: shown }) => shown));
  const fullBatches = sum(datasets.map(({ showings: shown, batchSize }) => shown / batchSize));
  const trainingBatches = sum(datasets.map(({ trainingBatches: batches }) => batches));
  const stages: [StepDifference["kind"], number][] = [
    ["batchSize", Math.ceil(fullBatches * named)],
    ["shortBatches", trainingBatches * named],
    ["regularisation", batchesPerEpoch * named],
    ["accumulation", Math.ceil(batchesPerEpoch / accumulation) * named],
    ["processes", perEpoch * named],
    [length.by === "kohyaEpochs" ? "kohyaFormula" : "limit", exact],
  ];
  const article = showings * named;
  const differences: StepDifference[] = [];
  let before = article;
  for (const [kind, after] of stages) {
    if (after !== before) differences.push({ kind, before, after });
    before = after;
  }
  return {
    images: sum(datasets.map(({ images }) => images)),
    showings,
    batchesPerEpoch,
    perEpoch,
    epochs,
    article,
    exact,
    kohya: inKohya(named),
    differences,
  };
}
