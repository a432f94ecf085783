import { number } from "./counts-en.js";

type Two = (before: number, after: number) => string;

/** Why the exact number of steps differs from images × repeats × epochs, one sentence a reason. */
export const planStepsEn: Record<
  "batchSize" | "shortBatches" | "regularisation" | "accumulation" | "processes" | "limit" | "kohyaFormula",
  Two
> = {
  batchSize: (before, after) => `A step shows a whole batch: ${number(before)} showings are ${number(after)} steps.`,
  shortBatches: (before, after) =>
    `Buckets are filled by themselves, and a last batch that is not full is a step all the same: ${number(after - before)} more.`,
  regularisation: (before, after) =>
    `Regularisation pictures are shown as often as the others: ${number(after - before)} more.`,
  accumulation: (before, after) =>
    `Gradients of several batches make one step: ${number(before)} become ${number(after)}.`,
  processes: (before, after) => `Several processes share the batches: ${number(before)} become ${number(after)}.`,
  limit: (before, after) =>
    `The number of steps is given as it is: ${number(Math.abs(after - before))} ${after < before ? "fewer, so the last epoch is not finished" : "more"}.`,
  kohyaFormula: (before, after) =>
    `Kohya's GUI works its number out without buckets and processes: ${number(Math.abs(after - before))} ${after < before ? "fewer" : "more"}.`,
};

export type PlanStepWords = typeof planStepsEn;
