import { optimizerKind, optimizerOf, relativeStep, schedulerOf } from "./optimizer-reading.js";
import { found, isFamily, picturesOf, ratesOf } from "./plan-reading.js";
import type { Rule } from "./rule.js";

/** What the article explains that is no mistake: shown beside the setting where it applies. */
export const articleRules: readonly Rule[] = [
  {
    name: "threeRates",
    severity: "note",
    argument: "learning_rate",
    sources: ["article", "loraModule"],
    check(context) {
      const { unet, textEncoder } = ratesOf(context);
      const alone = context.value("unet_lr") === null && context.value("text_encoder_lr") === null;
      return alone && unet !== null && unet === textEncoder ? [{ rate: unet }] : [];
    },
  },
  {
    name: "usualRate",
    severity: "note",
    argument: "learning_rate",
    sources: ["article"],
    check(context) {
      const kind = optimizerKind(context);
      return found((kind === "adam" || kind === "adafactor") && context.number("learning_rate") === 1e-4, {
        rate: 1e-4,
      });
    },
  },
  {
    name: "constantHard",
    severity: "note",
    argument: "lr_scheduler",
    sources: ["article", "advancedGuide"],
    check: (context) =>
      found(
        schedulerOf(context) === "constant" && optimizerKind(context) === "adam" && !context.text("lr_scheduler_type"),
      ),
  },
  {
    name: "adafactorForgiving",
    severity: "note",
    argument: "optimizer_type",
    sources: ["article"],
    check: (context) => found(optimizerOf(context) === "adafactor" && relativeStep(context)),
  },
  {
    name: "dimAmple",
    severity: "note",
    argument: "network_dim",
    sources: ["article"],
    check(context) {
      const dim = context.number("network_dim");
      const pictures = picturesOf(context) ?? 0;
      return found(dim >= 16 && dim <= 32 && pictures > 0 && pictures <= 30, { dim, pictures });
    },
  },
  {
    name: "articleAlpha",
    severity: "note",
    argument: "network_alpha",
    sources: ["article", "networkGuide"],
    check: (context) =>
      found(context.number("network_alpha") === 1 && context.number("network_dim") > 1, {
        dim: context.number("network_dim"),
      }),
  },
  {
    name: "saveToCompare",
    severity: "note",
    argument: "save_every_n_steps",
    sources: ["article"],
    check(context) {
      const every = context.number("save_every_n_steps");
      return found(every > 0 && (context.steps?.exact ?? 0) > every, { every, steps: context.steps?.exact ?? 0 });
    },
  },
  {
    name: "strength",
    severity: "note",
    argument: null,
    sources: ["article"],
    check: (context) => found(context.steps !== null && context.steps.exact > 0),
  },
  {
    name: "backgroundRemoved",
    severity: "note",
    argument: "train_data_dir",
    sources: ["article"],
    check: (context) => found(context.concept === "character" && (picturesOf(context) ?? 0) > 0),
  },
  {
    name: "clearPictures",
    severity: "note",
    argument: "train_data_dir",
    sources: ["article"],
    check: (context) => found((picturesOf(context) ?? 0) > 0),
  },
  {
    name: "expressions",
    severity: "note",
    argument: "train_data_dir",
    sources: ["article"],
    check: (context) => found(context.concept === "character" && (picturesOf(context) ?? 0) > 0),
  },
  {
    name: "outfitTags",
    severity: "note",
    argument: "caption_extension",
    sources: ["article", "animaStudio"],
    check: (context) => found(context.concept === "character" && (picturesOf(context) ?? 0) > 0),
  },
  {
    name: "baseModelFits",
    severity: "note",
    argument: "pretrained_model_name_or_path",
    sources: ["article"],
    check: (context) => found(isFamily(context, "sd15", "sdxl") && context.facts.baseModel?.exists === true),
  },
];
