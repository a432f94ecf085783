import type { RuleExamples } from "./example.js";
import { dataExamples, fileExamples } from "./hard-data.js";
import { bucketExamples, cachingExamples, combinationExamples, optimizerExamples } from "./hard-settings.js";
import { networkExamples, rateExamples, stepExamples, textEncoderExamples } from "./soft-learning.js";
import {
  articleExamples,
  memoryExamples,
  noiseExamples,
  qualityExamples,
  resolutionExamples,
  savingExamples,
} from "./soft-pictures.js";

/** Examples of every rule, by its name. */
export const ruleExamples: RuleExamples = {
  ...fileExamples,
  ...dataExamples,
  ...bucketExamples,
  ...optimizerExamples,
  ...cachingExamples,
  ...combinationExamples,
  ...stepExamples,
  ...rateExamples,
  ...networkExamples,
  ...textEncoderExamples,
  ...resolutionExamples,
  ...qualityExamples,
  ...noiseExamples,
  ...savingExamples,
  ...memoryExamples,
  ...articleExamples,
};
