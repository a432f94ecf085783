import type { ArgumentValue } from "../plan.js";
import { relativeStep } from "./optimizer-reading.js";
import { found, isFamily, isLycoris, ratesOf, trainsTextEncoder } from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

const count = (value: ArgumentValue | null): number => (Array.isArray(value) ? value.length : value === null ? 0 : 1);
/** How many learning rates of text encoders the network reads; the rest is passed over. */
const ratesRead = ({ plan: { family } }: RuleContext): number =>
  ({ sd15: 1, sd2: 1, sdxl: 1, anima: 1, hunyuan: 1, lumina: 1, flux: 2, chroma: 2, sd3: 3 })[family];

export const textEncoderRules: readonly Rule[] = [
  {
    name: "textEncoderRateHigh",
    severity: "warning",
    argument: "text_encoder_lr",
    sources: ["networkGuide", "kohyaPresets", "kohyaColab"],
    likelihood: "likely",
    check(context) {
      const { unet, textEncoder } = ratesOf(context);
      return unet !== null && textEncoder !== null && textEncoder > unet && !relativeStep(context)
        ? [{ unet, textEncoder }]
        : [];
    },
  },
  {
    name: "textEncoderRateSame",
    severity: "note",
    argument: "text_encoder_lr",
    sources: ["article", "networkGuide", "kohyaPresets", "kohyaColab"],
    check(context) {
      const { unet, textEncoder } = ratesOf(context);
      return unet !== null && unet === textEncoder && !relativeStep(context) && isFamily(context, "sd15", "sd2", "sdxl")
        ? [{ rate: unet }]
        : [];
    },
  },
  {
    name: "textEncoderRatesIgnored",
    severity: "warning",
    argument: "text_encoder_lr",
    sources: ["trainer"],
    likelihood: "certain",
    check(context) {
      const given = count(context.value("text_encoder_lr"));
      const read = ratesRead(context);
      return found(trainsTextEncoder(context) && given > read, { given, read });
    },
  },
  {
    name: "unetLeftOut",
    severity: "warning",
    argument: "unet_lr",
    sources: ["loraModule"],
    likelihood: "likely",
    check(context) {
      const { unet, textEncoder } = ratesOf(context);
      const left = unet === null && textEncoder !== null && !context.flag("network_train_text_encoder_only");
      return found(left && !isLycoris(context));
    },
  },
  {
    name: "textEncoderOnly",
    severity: "warning",
    argument: "network_train_text_encoder_only",
    sources: ["trainer"],
    likelihood: "likely",
    check: (context) => found(context.flag("network_train_text_encoder_only") && trainsTextEncoder(context)),
  },
  {
    name: "sdxlTextEncoder",
    severity: "warning",
    argument: "network_train_unet_only",
    sources: ["sdxlGuide", "advancedGuide", "kohyaColab"],
    check(context) {
      const { textEncoder } = ratesOf(context);
      return textEncoder !== null && isFamily(context, "sdxl") ? [{ rate: textEncoder }] : [];
    },
  },
  {
    name: "unetOnlyTrigger",
    severity: "note",
    argument: "network_train_unet_only",
    sources: ["article", "networkGuide"],
    check: (context) => found(isFamily(context, "sd15", "sd2") && !trainsTextEncoder(context)),
  },
  {
    name: "clipSkipUnused",
    severity: "warning",
    argument: "clip_skip",
    sources: ["sdxlTrainer", "trainUtil"],
    likelihood: "certain",
    check(context) {
      const skip = context.number("clip_skip");
      return found(skip > 1 && isFamily(context, "sdxl", "sd2"), { skip });
    },
  },
];
