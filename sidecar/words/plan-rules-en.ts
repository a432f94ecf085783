import type { PlanRuleWords } from "./plan-rule-values.js";
import { planRulesArticleEn } from "./plan-rules-article-en.js";
import { planRulesBucketsEn } from "./plan-rules-buckets-en.js";
import { planRulesCombinationsEn } from "./plan-rules-combinations-en.js";
import { planRulesDataEn } from "./plan-rules-data-en.js";
import { planRulesFilesEn } from "./plan-rules-files-en.js";
import { planRulesNetworkEn } from "./plan-rules-network-en.js";
import { planRulesNoiseEn } from "./plan-rules-noise-en.js";
import { planRulesOptimizerEn } from "./plan-rules-optimizer-en.js";
import { planRulesQualityEn } from "./plan-rules-quality-en.js";
import { planRulesRatesEn } from "./plan-rules-rates-en.js";
import { planRulesStepsEn } from "./plan-rules-steps-en.js";

/** Sentences of the planning rules, by the name of the rule. */
export const planRulesEn: Readonly<Record<string, PlanRuleWords>> = {
  ...planRulesFilesEn,
  ...planRulesDataEn,
  ...planRulesBucketsEn,
  ...planRulesOptimizerEn,
  ...planRulesCombinationsEn,
  ...planRulesStepsEn,
  ...planRulesRatesEn,
  ...planRulesNetworkEn,
  ...planRulesQualityEn,
  ...planRulesNoiseEn,
  ...planRulesArticleEn,
};
