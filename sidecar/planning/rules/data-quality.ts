import {
  anyDatasetFlag,
  datasetValues,
  found,
  isFlow,
  mostDatasetNumber,
  picturesOf,
  sum,
  trainingSubsets,
} from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

const firstTrigger = (context: RuleContext): string =>
  trainingSubsets(context).find(({ trigger }) => trigger)?.trigger ?? "";
/** `caption_prefix` may bring the trigger where the captions do not hold it. */
const prefixed = (context: RuleContext, trigger: string): boolean =>
  datasetValues(context, "caption_prefix").some((prefix) => typeof prefix === "string" && prefix.includes(trigger));

export const dataQualityRules: readonly Rule[] = [
  {
    name: "onePicture",
    severity: "warning",
    argument: "train_data_dir",
    sources: ["article"],
    likelihood: "likely",
    check: (context) => found(picturesOf(context) === 1),
  },
  {
    name: "fewPictures",
    severity: "warning",
    argument: "train_data_dir",
    sources: ["article", "animaStudio"],
    check(context) {
      const pictures = picturesOf(context) ?? 0;
      return found(pictures > 1 && pictures < 20, { pictures, concept: context.concept });
    },
  },
  {
    name: "noCaptions",
    severity: "warning",
    argument: "caption_extension",
    sources: ["trainUtil", "recorded"],
    likelihood: "likely",
    check(context) {
      // Folders whose captions have another suffix are told of by a rule of their own.
      const subsets = trainingSubsets(context).filter(({ captions, textFiles }) => captions > 0 || textFiles === 0);
      const without = sum(subsets, ({ pictures, captions }) => pictures - captions);
      return found(without > 0, { without, pictures: picturesOf(context) ?? 0, trigger: firstTrigger(context) });
    },
  },
  {
    name: "withoutTrigger",
    severity: "warning",
    argument: "train_data_dir",
    sources: ["article"],
    likelihood: "likely",
    check: (context) =>
      trainingSubsets(context).flatMap(({ trigger, captions, withTrigger }) =>
        trigger && captions > withTrigger && !prefixed(context, trigger)
          ? [{ without: captions - withTrigger, captions, trigger }]
          : [],
      ),
  },
  {
    name: "triggerMoves",
    severity: "note",
    argument: "keep_tokens",
    sources: ["trainUtil"],
    check(context) {
      const kept = mostDatasetNumber(context, "keep_tokens") > 0;
      const separator = datasetValues(context, "keep_tokens_separator").some((value) => value !== null && value !== "");
      return found(anyDatasetFlag(context, "shuffle_caption") && !kept && !separator, {
        trigger: firstTrigger(context),
      });
    },
  },
  {
    name: "shuffledSentences",
    severity: "warning",
    argument: "shuffle_caption",
    sources: ["loraPrimer"],
    check: (context) => found(isFlow(context) && anyDatasetFlag(context, "shuffle_caption")),
  },
  {
    name: "dropoutSmallSet",
    severity: "warning",
    argument: "caption_dropout_rate",
    sources: ["loraPrimer"],
    check(context) {
      const rate = mostDatasetNumber(context, "caption_dropout_rate");
      const pictures = picturesOf(context) ?? 0;
      return found(rate > 0.02 && pictures > 0 && pictures <= 30, { percent: Math.round(rate * 100), pictures });
    },
  },
  {
    name: "flipped",
    severity: "note",
    argument: "flip_aug",
    sources: ["trainUtil"],
    check: (context) => found(context.concept !== "style" && anyDatasetFlag(context, "flip_aug")),
  },
];
