import { articleRules } from "./article.js";
import { dataQualityRules } from "./data-quality.js";
import { hardBucketRules } from "./hard-buckets.js";
import { hardCachingRules } from "./hard-caching.js";
import { hardCombinationRules } from "./hard-combinations.js";
import { hardDataRules } from "./hard-data.js";
import { hardFileRules } from "./hard-files.js";
import { hardOptimizerRules } from "./hard-optimizer.js";
import { learningRateRules } from "./learning-rate.js";
import { memoryRules } from "./memory.js";
import { networkRules } from "./network.js";
import { noiseRules } from "./noise.js";
import { resolutionRules } from "./resolution.js";
import type { Rule } from "./rule.js";
import { savingRules } from "./saving.js";
import { stepRules } from "./steps.js";
import { textEncoderRules } from "./text-encoder.js";

/** Every rule, in the order in which people meet what it is about. */
export const allRules: readonly Rule[] = [
  ...hardFileRules,
  ...hardDataRules,
  ...hardBucketRules,
  ...hardOptimizerRules,
  ...hardCachingRules,
  ...hardCombinationRules,
  ...stepRules,
  ...learningRateRules,
  ...networkRules,
  ...textEncoderRules,
  ...resolutionRules,
  ...dataQualityRules,
  ...noiseRules,
  ...savingRules,
  ...memoryRules,
  ...articleRules,
];
