import { count, number, pictures } from "./counts-en.js";

/** Sentences of the trainer's eye: buckets and what is cut away. */
export const bucketsEn = {
  open: "Trainer's eye …",
  title: "What the trainer will see",
  note: "The trainer resizes each picture and cuts what lies outside its bucket. These are its own buckets, batches and cuts.",
  width: "Width",
  height: "Height",
  batchSize: "Batch size",
  upscale: "Enlarge small pictures",
  buckets: "Use buckets",
  sum: (total: number, batches: number) =>
    `${count(total, "bucket", "buckets")}, ${count(batches, "batch", "batches")} an epoch`,
  row: (showings: number, batches: number) =>
    `${count(showings, "showing", "showings")}, ${count(batches, "batch", "batches")}`,
  shortBatch: "fewer than a batch",
  mostCut: "Where most is cut away",
  nothingCut: "Nothing is cut away.",
  lost: (percent: number) => `${number(percent)} % cut away`,
  enlarged: "enlarged",
  headCut: "the head is cut off",
  subjectCut: "cuts into the subject",
  subjectSum: (total: number) =>
    `${pictures(total)}: the cut goes into the subject. Crop them yourself, or choose another shape`,
  subjectUnknown:
    "Where the subject lies is known of checked pictures before a plain background; mark it in others by hand.",
  enlargedSum: (total: number) => `${pictures(total)} will be enlarged, which blurs`,
};

export type BucketsWords = typeof bucketsEn;
