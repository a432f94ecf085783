import type { FamilyName } from "../families.js";
import { resolutionOf } from "../plan-values.js";
import {
  anyDatasetFlag,
  cachesLatents,
  datasetSettings,
  datasetsOf,
  found,
  isFamily,
  sum,
  trainingSubsets,
} from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

/**
 * What `verify_bucket_reso_steps` asks of each script. The scripts of FLUX, Lumina and HunyuanImage first ask what the script
 * for Stable Diffusion asks, so that 64 holds there too.
 */
const steps: Readonly<Record<FamilyName, number>> = {
  sd15: 64,
  sd2: 64,
  sdxl: 32,
  sd3: 32,
  flux: 64,
  chroma: 64,
  lumina: 64,
  hunyuan: 64,
  anima: 16,
};

const downTo = (value: number, step: number): number => (step > 0 ? value - (value % step) : value);
const upTo = (value: number, step: number): number => (step > 0 ? Math.ceil(value / step) * step : value);

/** Buckets off and pictures read anew each time: then nothing resizes them. */
const readsAsTheyAre = (context: RuleContext): boolean =>
  !cachesLatents(context) && datasetSettings(context).every(({ buckets }) => !buckets);

/** Pictures of another size than the resolution: by area, or by shape, whichever tells more. */
function otherSizes(context: RuleContext): number {
  const byArea = sum(trainingSubsets(context), ({ larger, smaller }) => larger + smaller);
  const byShape = datasetsOf(context)
    .flatMap(({ buckets }) => buckets.choices)
    .filter(({ bucket, resized }) => bucket[0] !== resized[0] || bucket[1] !== resized[1]).length;
  return Math.max(byArea, byShape);
}

export const hardBucketRules: readonly Rule[] = [
  {
    name: "resolutionMissing",
    severity: "error",
    argument: "resolution",
    sources: ["trainUtil"],
    check: (context) =>
      found(datasetSettings(context).some(({ resolution }) => resolution === null || resolution === "")),
  },
  {
    name: "resolutionMalformed",
    severity: "error",
    argument: "resolution",
    sources: ["trainUtil"],
    check: (context) =>
      datasetSettings(context)
        .map(({ resolution }) => resolution)
        .filter((given) => given !== null && given !== "" && resolutionOf(given) === null)
        .map((given) => ({ given: String(given) })),
  },
  {
    name: "smallestBucket",
    severity: "error",
    argument: "min_bucket_reso",
    sources: ["trainUtil", "recorded"],
    check: (context) =>
      datasetSettings(context).flatMap(({ buckets, resolution, smallest, step }) => {
        const size = resolutionOf(resolution);
        // A smallest size that is no multiple of the step is rounded down first.
        return size && buckets && downTo(smallest, step) > Math.min(...size)
          ? [{ smallest, side: Math.min(...size) }]
          : [];
      }),
  },
  {
    name: "largestBucket",
    severity: "error",
    argument: "max_bucket_reso",
    sources: ["trainUtil"],
    check: (context) =>
      datasetSettings(context).flatMap(({ buckets, resolution, largest, step }) => {
        const size = resolutionOf(resolution);
        return size && buckets && upTo(largest, step) < Math.max(...size) ? [{ largest, side: Math.max(...size) }] : [];
      }),
  },
  {
    name: "bucketStep",
    severity: "error",
    argument: "bucket_reso_steps",
    sources: ["trainUtil", "trainer", "sdxlTrainer", "sd3Trainer", "fluxTrainer", "luminaTrainer", "animaTrainer"],
    check(context) {
      const needed = steps[context.plan.family];
      return datasetSettings(context)
        .filter(({ buckets, step }) => buckets && (step <= 0 || step % needed !== 0))
        .map(({ step }) => ({ step, needed }));
    },
  },
  {
    name: "picturesOfOtherSize",
    severity: "error",
    argument: "enable_bucket",
    sources: ["trainUtil"],
    check(context) {
      // Cropping by face or at random brings larger pictures to size.
      if (!readsAsTheyAre(context) || anyDatasetFlag(context, "random_crop") || context.text("face_crop_aug_range"))
        return [];
      const pictures = otherSizes(context);
      const size = datasetsOf(context)[0]?.resolution ?? [0, 0];
      return found(pictures > 0, { pictures, width: size[0], height: size[1] });
    },
  },
  {
    name: "picturesSmallerThanCrop",
    severity: "error",
    argument: "random_crop",
    sources: ["trainUtil"],
    check(context) {
      const pictures = sum(trainingSubsets(context), ({ smaller }) => smaller);
      return found(readsAsTheyAre(context) && anyDatasetFlag(context, "random_crop") && pictures > 0, { pictures });
    },
  },
  {
    name: "bucketOfNothing",
    severity: "error",
    argument: "bucket_no_upscale",
    sources: ["trainUtil", "recorded"],
    check(context) {
      if (!datasetSettings(context).some(({ buckets, noUpscale }) => buckets && noUpscale)) return [];
      const pictures = datasetsOf(context)
        .flatMap(({ buckets }) => buckets.buckets)
        .filter(({ width, height }) => width === 0 || height === 0)
        .reduce((total, { count }) => total + count, 0);
      return found(pictures > 0, { pictures, step: datasetSettings(context)[0]?.step ?? 0 });
    },
  },
  {
    name: "oddLatents",
    severity: "error",
    argument: "resolution",
    sources: ["fluxUtil", "luminaModel"],
    check(context) {
      // These models take latents in squares of 2 × 2; buckets are multiples anyway.
      if (!isFamily(context, "flux", "chroma", "lumina")) return [];
      return datasetSettings(context).flatMap(({ buckets, resolution }) => {
        const size = resolutionOf(resolution);
        return size && !buckets && size.some((side) => Math.floor(side / 8) % 2 === 1)
          ? [{ width: size[0], height: size[1] }]
          : [];
      });
    },
  },
];
