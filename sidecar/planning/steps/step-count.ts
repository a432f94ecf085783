/** Why the exact number of steps is not images × repeats × epochs. */
export interface StepDifference {
  kind: "batchSize" | "shortBatches" | "regularisation" | "accumulation" | "processes" | "limit" | "kohyaFormula";
  /** Steps before and after this was taken into account. */
  before: number;
  after: number;
}

/** The steps of a whole run, by every way of counting. */
export interface StepCount {
  /** Training pictures, without regularisation. */
  images: number;
  /** Training pictures × repeats: what an epoch shows. */
  showings: number;
  batchesPerEpoch: number;
  /** Optimizer steps of an epoch. */
  perEpoch: number;
  /** Epochs that are begun. */
  epochs: number;
  /** images × repeats × epochs, the sum that people learn first: for batch size 1. */
  article: number;
  /** What the trainer will reach. */
  exact: number;
  /** What Kohya's GUI works out for the same number of epochs. */
  kohya: number;
  differences: StepDifference[];
}
