import {
  customScheduler,
  ignoresScheduler,
  type OptimizerKind,
  optimizerKind,
  optimizerOf,
  relativeStep,
  schedulerOf,
  warmupSteps,
} from "./optimizer-reading.js";
import { datasetSettings, found, mainRate, ratesOf } from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

/**
 * Outside of these most people are disappointed. AdamW: presets of kohya_ss lie between 2e-5 and 1e-3. Lion: 3 to 10 times
 * lower (its paper, §5). Prodigy and D-Adaptation: about 1.
 */
const usual: Readonly<Partial<Record<OptimizerKind, readonly [least: number, most: number]>>> = {
  adam: [1e-5, 1e-3],
  lion: [3e-6, 2e-4],
  adafactor: [1e-5, 1e-3],
  adaptive: [0.1, 2],
  scheduleFree: [1e-5, 1e-2],
};

interface RateRange {
  rate: number;
  least: number;
  most: number;
  optimizer: string;
}
/** null where no rate is usual, or the optimizer finds it itself. */
function rateAndRange(context: RuleContext): RateRange | null {
  const range = usual[optimizerKind(context)];
  const rate = mainRate(context);
  if (!range || rate === null || relativeStep(context)) return null;
  const optimizer = context.text("optimizer_type") || optimizerOf(context);
  return { rate, least: range[0], most: range[1], optimizer };
}
const isAdaptive = (context: RuleContext): boolean => optimizerKind(context) === "adaptive";

export const learningRateRules: readonly Rule[] = [
  {
    name: "rateHigh",
    severity: "warning",
    argument: "learning_rate",
    sources: ["kohyaPresets", "kohyaColab", "networkGuide", "lion"],
    likelihood: "likely",
    check(context) {
      const range = rateAndRange(context);
      return range && range.rate > range.most ? [{ ...range }] : [];
    },
  },
  {
    name: "rateLow",
    severity: "warning",
    argument: "learning_rate",
    sources: ["kohyaPresets", "networkGuide", "lion"],
    likelihood: "likely",
    check(context) {
      const range = rateAndRange(context);
      return range && range.rate < range.least && !isAdaptive(context) ? [{ ...range }] : [];
    },
  },
  {
    name: "adaptiveRateLow",
    severity: "warning",
    argument: "learning_rate",
    sources: ["trainUtil", "prodigy", "dAdaptation", "kohyaColab"],
    likelihood: "certain",
    check(context) {
      const range = rateAndRange(context);
      // The trainer warns at 0.1 itself.
      return range && isAdaptive(context) && range.rate <= range.least ? [{ ...range }] : [];
    },
  },
  {
    name: "adaptiveSeveralRates",
    severity: "warning",
    argument: "text_encoder_lr",
    sources: ["trainUtil"],
    likelihood: "certain",
    check(context) {
      const { unet, textEncoder } = ratesOf(context);
      const differ = unet !== null && textEncoder !== null && unet !== textEncoder;
      return found(isAdaptive(context) && differ, { unet: unet ?? 0, textEncoder: textEncoder ?? 0 });
    },
  },
  {
    name: "adafactorDropsRates",
    severity: "note",
    argument: "learning_rate",
    sources: ["trainUtil", "recorded"],
    check: (context) => found(relativeStep(context), { rate: context.number("learning_rate") }),
  },
  {
    name: "adafactorDropsSeparateRates",
    severity: "warning",
    argument: "unet_lr",
    sources: ["trainUtil"],
    likelihood: "certain",
    check(context) {
      const { unet, textEncoder } = ratesOf(context);
      const differ = unet !== null && textEncoder !== null && unet !== textEncoder;
      return found(relativeStep(context) && differ, { unet: unet ?? 0, textEncoder: textEncoder ?? 0 });
    },
  },
  {
    name: "adafactorReplacesScheduler",
    severity: "warning",
    argument: "lr_scheduler",
    sources: ["trainUtil"],
    likelihood: "certain",
    check(context) {
      const scheduler = schedulerOf(context);
      const chosen = scheduler !== "constant" && !scheduler.startsWith("adafactor") && !customScheduler(context);
      return found(relativeStep(context) && chosen, { scheduler });
    },
  },
  {
    name: "adafactorWarmupInit",
    severity: "warning",
    argument: "optimizer_args",
    sources: ["trainUtil"],
    likelihood: "certain",
    check: (context) =>
      found(
        relativeStep(context) && ["false", "0"].includes(context.pairs("optimizer_args").get("relative_step") ?? ""),
      ),
  },
  {
    name: "adafactorFixedRate",
    severity: "note",
    argument: "max_grad_norm",
    sources: ["trainUtil", "sdxlGuide"],
    check(context) {
      const clips = context.number("max_grad_norm") !== 0;
      const other = schedulerOf(context) !== "constant_with_warmup";
      return found(optimizerOf(context) === "adafactor" && !relativeStep(context) && (clips || other), {
        norm: context.number("max_grad_norm"),
        scheduler: schedulerOf(context),
      });
    },
  },
  {
    name: "prodigyRestarts",
    severity: "warning",
    argument: "lr_scheduler",
    sources: ["prodigyPlus", "prodigy", "kohyaPresets"],
    check(context) {
      const cycles = context.number("lr_scheduler_num_cycles");
      return found(isAdaptive(context) && schedulerOf(context) === "cosine_with_restarts" && cycles > 1, { cycles });
    },
  },
  {
    name: "scheduleFreeScheduler",
    severity: "warning",
    argument: "lr_scheduler",
    sources: ["trainUtil", "animaStudio"],
    likelihood: "certain",
    check(context) {
      const scheduler = customScheduler(context) || schedulerOf(context);
      return found(ignoresScheduler(context) && (scheduler !== "constant" || warmupSteps(context) !== 0), {
        scheduler,
      });
    },
  },
  {
    name: "batchAndRate",
    severity: "note",
    argument: "train_batch_size",
    sources: ["lycoris", "kohyaOptions"],
    check(context) {
      const accumulation = Math.max(1, context.number("gradient_accumulation_steps"));
      const batch = Math.max(...datasetSettings(context).map(({ batchSize }) => batchSize)) * accumulation;
      const kind = optimizerKind(context);
      const rate = mainRate(context);
      return found((kind === "adam" || kind === "lion") && batch >= 4 && rate !== null && rate <= 1e-4, {
        batch,
        rate: rate ?? 0,
      });
    },
  },
  {
    name: "loraPlusAdaptive",
    severity: "warning",
    argument: "network_args",
    sources: ["loraModule"],
    check: (context) =>
      found(
        isAdaptive(context) && [...context.pairs("network_args").keys()].some((name) => name.startsWith("loraplus_")),
      ),
  },
];
