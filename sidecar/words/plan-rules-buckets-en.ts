import { count, number, pictures } from "./counts-en.js";
import { of, type PlanRuleValues, type PlanRuleWords } from "./plan-rule-values.js";

/** "1 picture is", "3 pictures are". */
const verb = (values: PlanRuleValues, one: string, many: string): string =>
  `${pictures(of(values, "pictures"))} ${of(values, "pictures") === 1 ? one : many}`;
const size = (values: PlanRuleValues): string => `${values.width} × ${values.height}`;

/** Resolution and buckets. */
export const planRulesBucketsEn = {
  resolutionMissing: {
    title: "No resolution",
    message: () => "The resolution is not set, and the trainer has none of its own.",
    remedy: () => "Set it to the size of the pictures, such as 600,900, or to what the base model knows, such as 1024.",
  },
  resolutionMalformed: {
    title: "The resolution is not readable",
    message: ({ given }) => `“${given}” is no resolution: the trainer takes one whole number, or width,height.`,
    remedy: () => "Write 512, or 600,900.",
  },
  smallestBucket: {
    title: "Smallest bucket above the resolution",
    message: ({ smallest, side }) =>
      `The smallest bucket side (min_bucket_reso) is ${smallest}, the resolution's short side ${side}. The trainer refuses that.`,
    remedy: ({ side }) => `Lower it to ${side} or less.`,
  },
  largestBucket: {
    title: "Largest bucket below the resolution",
    message: ({ largest, side }) =>
      `The largest bucket side (max_bucket_reso) is ${largest}, the resolution's long side ${side}. The trainer refuses that.`,
    remedy: ({ side }) => `Raise it to ${side} or more; 2048 is common.`,
  },
  bucketStep: {
    title: "Bucket step does not fit",
    message: ({ step, needed }) =>
      `The bucket step is ${step}; for this kind of model the trainer wants a multiple of ${needed}, and stops.`,
    remedy: ({ needed }) => `Set bucket_reso_steps to ${Math.max(64, Number(needed))}.`,
  },
  picturesOfOtherSize: {
    title: "Pictures of another size, and buckets off",
    message: (values) =>
      `${verb(values, "is", "are")} not exactly ${size(values)}. With buckets off and latents not cached nothing resizes them: the trainer stops at the first one.`,
    remedy: () => "Turn buckets on, cache the latents, or resize the pictures to the resolution.",
  },
  picturesSmallerThanCrop: {
    title: "Pictures too small to crop",
    message: (values) =>
      `Crops are taken at random and buckets are off, but ${verb(values, "is", "are")} smaller than the crop: the trainer stops at the first one.`,
    remedy: () => "Turn buckets on, or lower the resolution.",
  },
  bucketOfNothing: {
    title: "Pictures smaller than a bucket step",
    message: (values) =>
      `A side of some pictures is shorter than ${values.step} pixels. As nothing is enlarged (bucket_no_upscale), their bucket would have no size, and the trainer divides by zero.`,
    remedy: () => "Take them out, enlarge them with an upscaler, or let the trainer enlarge.",
  },
  oddLatents: {
    title: "Resolution not a multiple of 16",
    message: (values) =>
      `${size(values)} does not divide into this model's squares of 16 pixels, and with buckets off nothing rounds it: the first step fails.`,
    remedy: () => "Choose sides that are multiples of 16, better 64, or turn buckets on.",
  },
  resolutionStep: {
    title: "Resolution not a multiple of 64",
    message: (values) =>
      `${size(values)} is not a multiple of 64 on both sides. The article trains at 600,900 without buckets and it works; bucket sizes are multiples of 64 because the model halves a picture several times and rounds what is left.`,
    remedy: () => "It may stay. To be on the safe side, turn buckets on, or use pictures of 576 × 896 or 640 × 960.",
  },
  resolutionLarge: {
    title: "Resolution above 1024 × 1024",
    message: (values) =>
      `${size(values)} has more pixels than 1024 × 1024. Memory and time grow with every pixel, and the article advises 1024 × 1024 at most.`,
    remedy: () => "Go down to the base model's own size: 512–768 for Stable Diffusion 1.5, 1024 for the others.",
  },
  picturesEnlarged: {
    title: "Pictures below the resolution",
    message: (values) =>
      `${verb(values, "has", "have")} fewer pixels than ${size(values)} and will be enlarged, which blurs; the LoRA learns the blur.`,
    remedy: () => "Lower the resolution to the pictures, use an upscaler, or turn on bucket_no_upscale.",
  },
  picturesShrunk: {
    title: "Pictures above the resolution",
    message: (values) =>
      `${verb(values, "has", "have")} more pixels than ${size(values)} and will be shrunk. The article sets the resolution to the size of the pictures, up to 1024 × 1024.`,
    remedy: () => "Nothing needs to be done; resizing them beforehand saves time when they are loaded.",
  },
  shortBatches: {
    title: "Batches that are not full",
    message: (values) =>
      `${count(of(values, "buckets"), "bucket holds", "buckets hold")} fewer pictures than a batch of ${values.batch} (${number(of(values, "pictures"))} in all). Each makes a short batch, which counts as a whole step.`,
    remedy: () => "Lower the batch size, make the pictures alike in shape, or widen the bucket step.",
  },
  sizesDiffer: {
    title: "Pictures of several shapes",
    message: (values) =>
      `The pictures fall into ${values.buckets} buckets. One size for all is optional, the article says: its author does it for evenness and does not know whether it helps.`,
    remedy: () => "Nothing needs to be done while buckets are on.",
  },
} satisfies Record<string, PlanRuleWords>;
