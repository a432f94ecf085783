import { anyDatasetFlag, cachesLatents, cachesText, found, isFamily, mostDatasetNumber } from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

/** Settings that make a caption anew each time it is shown, so that what was cached of it would be wrong. */
function changesOfCaptions(context: RuleContext): string[] {
  return [
    ...(anyDatasetFlag(context, "shuffle_caption") ? ["shuffle_caption"] : []),
    ...["token_warmup_step", "caption_tag_dropout_rate", "caption_dropout_rate"].filter(
      (name) => mostDatasetNumber(context, name) > 0,
    ),
  ];
}

/** What may not be cached; source: the scripts' `assert_extra_args` and `is_text_encoder_output_cacheable`. */
export const hardCachingRules: readonly Rule[] = [
  {
    name: "cachedTextChanges",
    severity: "error",
    argument: "cache_text_encoder_outputs",
    sources: ["sdxlTrainer", "fluxTrainer", "sd3Trainer", "hunyuanTrainer", "animaTrainer"],
    check(context) {
      if (!isFamily(context, "sdxl", "flux", "chroma", "sd3", "hunyuan", "anima") || !cachesText(context)) return [];
      // Anima's cache keeps what whole captions are dropped to.
      const options = changesOfCaptions(context).filter(
        (name) => !(name === "caption_dropout_rate" && isFamily(context, "anima")),
      );
      return found(options.length > 0, { options: options.join(", ") });
    },
  },
  {
    name: "cachedTextTrained",
    severity: "error",
    argument: "network_train_unet_only",
    sources: ["sdxlTrainer", "animaTrainer"],
    check: (context) =>
      found(isFamily(context, "sdxl", "anima") && cachesText(context) && !context.flag("network_train_unet_only")),
  },
  {
    name: "cachedT5Trained",
    severity: "error",
    argument: "cache_text_encoder_outputs",
    sources: ["fluxTrainer", "sd3Trainer"],
    check: (context) =>
      found(
        isFamily(context, "flux", "chroma", "sd3") &&
          cachesText(context) &&
          context.pairs("network_args").get("train_t5xxl") === "true",
      ),
  },
  {
    name: "cachedTextLumina",
    severity: "warning",
    argument: "cache_text_encoder_outputs",
    sources: ["luminaTrainer"],
    likelihood: "certain",
    check(context) {
      const options = isFamily(context, "lumina") && cachesText(context) ? changesOfCaptions(context) : [];
      return found(options.length > 0, { options: options.join(", ") });
    },
  },
  {
    name: "cachedLatentsChange",
    severity: "error",
    argument: "cache_latents",
    sources: ["trainer", "trainUtil"],
    check(context) {
      const options = ["color_aug", "random_crop"].filter((name) => anyDatasetFlag(context, name));
      return found(cachesLatents(context) && options.length > 0, { options: options.join(", ") });
    },
  },
];
