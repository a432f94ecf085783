import { found, picturesOf } from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

/** The trainer's own where none is given (`create_network`). */
const dimOf = (context: RuleContext): number => context.number("network_dim") || 4;
/** 0 means "as the rank" to the trainer. */
const alphaOf = (context: RuleContext): number =>
  context.value("network_alpha") === 0 ? dimOf(context) : context.number("network_alpha") || 1;
const scaleOf = (context: RuleContext): number => alphaOf(context) / dimOf(context);
const values = (context: RuleContext) => ({
  dim: dimOf(context),
  alpha: alphaOf(context),
  scale: Number(scaleOf(context).toPrecision(2)),
  pictures: picturesOf(context) ?? 0,
});
/** Rank and alpha come from the file that training goes on from. */
const fromWeights = (context: RuleContext): boolean => context.flag("dim_from_weights");

export const networkRules: readonly Rule[] = [
  {
    name: "dimLarge",
    severity: "warning",
    argument: "network_dim",
    sources: ["article", "kohyaColab", "lycoris"],
    check(context) {
      const pictures = picturesOf(context);
      const most = pictures !== null && pictures > 0 && pictures < 50 ? 32 : 128;
      return found(!fromWeights(context) && dimOf(context) > most, values(context));
    },
  },
  {
    name: "dimDefault",
    severity: "note",
    argument: "network_dim",
    sources: ["loraModule"],
    check: (context) => found(!fromWeights(context) && !context.number("network_dim"), values(context)),
  },
  {
    name: "alphaAboveDim",
    severity: "warning",
    argument: "network_alpha",
    sources: ["networkGuide", "loraPaper"],
    likelihood: "likely",
    check: (context) => found(!fromWeights(context) && scaleOf(context) > 1, values(context)),
  },
  {
    name: "alphaZero",
    severity: "note",
    argument: "network_alpha",
    sources: ["loraModule"],
    check: (context) => found(context.value("network_alpha") === 0, values(context)),
  },
  {
    name: "alphaScale",
    severity: "note",
    argument: "network_alpha",
    sources: ["article", "networkGuide", "kohyaColab", "lycoris"],
    check: (context) =>
      found(!fromWeights(context) && scaleOf(context) < 0.25 && scaleOf(context) >= 1 / 64, values(context)),
  },
  {
    name: "alphaTiny",
    severity: "warning",
    argument: "network_alpha",
    sources: ["networkGuide", "lycoris"],
    likelihood: "likely",
    check: (context) => found(!fromWeights(context) && scaleOf(context) < 1 / 64, values(context)),
  },
  {
    name: "alphaUnderflow",
    severity: "warning",
    argument: "network_alpha",
    sources: ["article", "networkGuide"],
    // fp16 weights are kept small by a large alpha, and small numbers are what fp16 loses.
    check: (context) => found(context.flag("full_fp16") && scaleOf(context) >= 1, values(context)),
  },
  {
    name: "dropoutHigh",
    severity: "warning",
    argument: "network_dropout",
    sources: ["advancedGuide"],
    check: (context) =>
      found(context.number("network_dropout") > 0.5, { percent: Math.round(context.number("network_dropout") * 100) }),
  },
];
