import type { PlanRuleWords } from "./plan-rule-values.js";
import { planRulesArticleJa } from "./plan-rules-article-ja.js";
import { planRulesBucketsJa } from "./plan-rules-buckets-ja.js";
import { planRulesCombinationsJa } from "./plan-rules-combinations-ja.js";
import { planRulesDataJa } from "./plan-rules-data-ja.js";
import { planRulesFilesJa } from "./plan-rules-files-ja.js";
import { planRulesNetworkJa } from "./plan-rules-network-ja.js";
import { planRulesNoiseJa } from "./plan-rules-noise-ja.js";
import { planRulesOptimizerJa } from "./plan-rules-optimizer-ja.js";
import { planRulesQualityJa } from "./plan-rules-quality-ja.js";
import { planRulesRatesJa } from "./plan-rules-rates-ja.js";
import { planRulesStepsJa } from "./plan-rules-steps-ja.js";

/** Sentences of the planning rules, by the name of the rule. */
export const planRulesJa: Readonly<Record<string, PlanRuleWords>> = {
  ...planRulesFilesJa,
  ...planRulesDataJa,
  ...planRulesBucketsJa,
  ...planRulesOptimizerJa,
  ...planRulesCombinationsJa,
  ...planRulesStepsJa,
  ...planRulesRatesJa,
  ...planRulesNetworkJa,
  ...planRulesQualityJa,
  ...planRulesNoiseJa,
  ...planRulesArticleJa,
};
