import { resolutionOf } from "../plan-values.js";
import { datasetSettings, datasetsOf, found, isFamily, picturesOf, sum, trainingSubsets } from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

const first = (context: RuleContext) => datasetsOf(context)[0]?.resolution ?? [0, 0];

export const resolutionRules: readonly Rule[] = [
  {
    name: "resolutionStep",
    severity: "warning",
    argument: "resolution",
    sources: ["article", "trainUtil"],
    check: (context) =>
      datasetSettings(context).flatMap(({ buckets, resolution }) => {
        const size = resolutionOf(resolution);
        return size && !buckets && size.some((side) => side % 64 !== 0) ? [{ width: size[0], height: size[1] }] : [];
      }),
  },
  {
    name: "resolutionLarge",
    severity: "warning",
    argument: "resolution",
    sources: ["article"],
    check(context) {
      if (isFamily(context, "hunyuan")) return [];
      return datasetSettings(context).flatMap(({ resolution }) => {
        const size = resolutionOf(resolution);
        return size && size[0] * size[1] > 1024 * 1024 ? [{ width: size[0], height: size[1] }] : [];
      });
    },
  },
  {
    name: "picturesEnlarged",
    severity: "warning",
    argument: "resolution",
    sources: ["article", "trainUtil"],
    check(context) {
      const settings = datasetSettings(context);
      const pictures = settings.some(({ buckets, noUpscale }) => buckets && noUpscale)
        ? 0
        : sum(trainingSubsets(context), ({ smaller }) => smaller);
      return found(pictures > 0, { pictures, width: first(context)[0], height: first(context)[1] });
    },
  },
  {
    name: "picturesShrunk",
    severity: "note",
    argument: "resolution",
    sources: ["article", "trainUtil"],
    check(context) {
      const pictures = sum(trainingSubsets(context), ({ larger }) => larger);
      return found(pictures > 0, { pictures, width: first(context)[0], height: first(context)[1] });
    },
  },
  {
    name: "shortBatches",
    severity: "warning",
    argument: "train_batch_size",
    sources: ["trainUtil"],
    check: (context) =>
      datasetsOf(context).flatMap(({ buckets, batchSize }) => {
        const short = buckets.buckets.filter(({ count }) => count < batchSize);
        const pictures = short.reduce((total, { count }) => total + count, 0);
        return short.length > 0 ? [{ buckets: short.length, pictures, batch: batchSize }] : [];
      }),
  },
  {
    name: "sizesDiffer",
    severity: "note",
    argument: "enable_bucket",
    sources: ["article", "trainUtil"],
    check: (context) =>
      datasetsOf(context)
        .map(({ buckets }) => buckets.buckets.length)
        .filter((buckets) => buckets > 1)
        .map((buckets) => ({ buckets, pictures: picturesOf(context) ?? 0 })),
  },
];
