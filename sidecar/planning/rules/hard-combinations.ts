import { parametersOf } from "../parameters/table.js";
import { found, isFamily, isFlow } from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

const swaps = (context: RuleContext): number => context.number("blocks_to_swap");
const wantsFp8 = (context: RuleContext): boolean => context.flag("fp8_base") || context.flag("fp8_base_unet");
/** Families whose script takes no notice of it. */
const leavesFp8 = (context: RuleContext): boolean =>
  isFamily(context, "anima") || (isFamily(context, "hunyuan") && context.flag("fp8_scaled"));
const samples = (context: RuleContext): boolean =>
  context.number("sample_every_n_steps") > 0 ||
  context.number("sample_every_n_epochs") > 0 ||
  context.flag("sample_at_first");
const precision = (context: RuleContext): string => context.text("mixed_precision") || "no";

/** Settings that exclude each other; sources are the trainer's own assertions. */
export const hardCombinationRules: readonly Rule[] = [
  {
    name: "fullFp16Precision",
    severity: "error",
    argument: "mixed_precision",
    sources: ["trainer"],
    check: (context) =>
      found(context.flag("full_fp16") && precision(context) !== "fp16", { precision: precision(context) }),
  },
  {
    name: "fullBf16Precision",
    severity: "error",
    argument: "mixed_precision",
    sources: ["trainer"],
    // The trainer looks at full_bf16 only where full_fp16 is off.
    check: (context) =>
      found(context.flag("full_bf16") && !context.flag("full_fp16") && precision(context) !== "bf16", {
        precision: precision(context),
      }),
  },
  {
    name: "fp8Precision",
    severity: "error",
    argument: "mixed_precision",
    sources: ["trainer"],
    check: (context) => found(wantsFp8(context) && !leavesFp8(context) && precision(context) === "no"),
  },
  {
    name: "fp8Ignored",
    severity: "warning",
    argument: "fp8_base",
    sources: ["animaTrainer", "hunyuanTrainer"],
    likelihood: "certain",
    check: (context) =>
      found(
        (isFamily(context, "anima") && (wantsFp8(context) || context.flag("fp8_scaled"))) ||
          (isFamily(context, "hunyuan") && wantsFp8(context) && !context.flag("fp8_scaled")),
        { family: context.plan.family },
      ),
  },
  {
    name: "adaptiveNoiseAlone",
    severity: "error",
    argument: "noise_offset",
    sources: ["trainUtil"],
    check: (context) => found(context.value("adaptive_noise_scale") !== null && context.value("noise_offset") === null),
  },
  {
    name: "scaledLossWithoutV",
    severity: "error",
    argument: "scale_v_pred_loss_like_noise_pred",
    sources: ["trainUtil"],
    check: (context) => found(context.flag("scale_v_pred_loss_like_noise_pred") && !context.flag("v_parameterization")),
  },
  {
    name: "vLikeLossWithV",
    severity: "error",
    argument: "v_pred_like_loss",
    sources: ["trainUtil"],
    check: (context) => found(context.number("v_pred_like_loss") !== 0 && context.flag("v_parameterization")),
  },
  {
    name: "swapWithOffload",
    severity: "error",
    argument: "blocks_to_swap",
    sources: ["fluxTrainer", "sd3Trainer", "animaTrainer"],
    check: (context) =>
      found(
        isFamily(context, "flux", "chroma", "sd3", "anima") &&
          swaps(context) !== 0 &&
          context.flag("cpu_offload_checkpointing"),
        { blocks: swaps(context) },
      ),
  },
  {
    name: "unslothWithOffload",
    severity: "error",
    argument: "unsloth_offload_checkpointing",
    sources: ["animaTrainer"],
    check(context) {
      const other = context.flag("cpu_offload_checkpointing") ? "cpu_offload_checkpointing" : "blocks_to_swap";
      return found(
        isFamily(context, "anima") &&
          context.flag("unsloth_offload_checkpointing") &&
          (context.flag("cpu_offload_checkpointing") || swaps(context) !== 0),
        { other },
      );
    },
  },
  {
    name: "chromaMask",
    severity: "error",
    argument: "apply_t5_attn_mask",
    sources: ["fluxTrainer", "fluxGuide"],
    check: (context) => found(isFamily(context, "chroma") && !context.flag("apply_t5_attn_mask")),
  },
  {
    name: "persistentWithoutWorkers",
    severity: "error",
    argument: "persistent_data_loader_workers",
    sources: ["trainer"],
    check(context) {
      // Kohya's GUI writes it as 0 or 1.
      const persistent =
        context.flag("persistent_data_loader_workers") || context.number("persistent_data_loader_workers") !== 0;
      return found(persistent && context.value("max_data_loader_n_workers") === 0);
    },
  },
  {
    name: "huberFlow",
    severity: "error",
    argument: "huber_schedule",
    sources: ["trainUtil"],
    check(context) {
      const loss = context.text("loss_type");
      // The default, too, needs what only noise-predicting models have.
      const schedule = context.text("huber_schedule") || "snr";
      return found(isFlow(context) && (loss === "huber" || loss === "smooth_l1") && schedule === "snr", { loss });
    },
  },
  {
    name: "startsAfterEnd",
    severity: "error",
    argument: "initial_step",
    sources: ["trainer"],
    check(context) {
      if (!context.steps) return [];
      const { exact, perEpoch } = context.steps;
      const byEpoch = Math.max(0, context.number("initial_epoch") - 1) * perEpoch;
      const start = context.value("initial_step") === null ? byEpoch : context.number("initial_step");
      return found(start > 0 && exact <= start, { start, steps: exact });
    },
  },
  {
    name: "saveEveryZero",
    severity: "error",
    argument: "save_every_n_steps",
    sources: ["trainer"],
    // The trainer divides by it.
    check: (context) =>
      ["save_every_n_steps", "save_every_n_epochs"]
        .filter((option) => context.value(option) === 0)
        .map((option) => ({ option })),
  },
  {
    name: "sdxlV2",
    severity: "error",
    argument: "v2",
    sources: ["sdxlTrainer"],
    check: (context) => found(isFamily(context, "sdxl") && context.flag("v2")),
  },
  {
    name: "samplesWithoutPrompts",
    severity: "error",
    argument: "sample_prompts",
    sources: ["trainUtil"],
    // An empty prompt file is fine, none at all is not: the trainer asks whether None is a file.
    check: (context) =>
      found(samples(context) && context.plan.samplePrompts === null && context.text("sample_prompts") === ""),
  },
  {
    name: "networkArgumentMalformed",
    severity: "error",
    argument: "network_args",
    sources: ["trainer"],
    check(context) {
      const words = context.value("network_args");
      return (Array.isArray(words) ? words.map(String) : [])
        .filter((word) => !word.includes("="))
        .map((word) => ({ word }));
    },
  },
  {
    name: "argumentUnknown",
    severity: "error",
    argument: null,
    sources: ["recorded"],
    // The command line is read strictly; argparse takes beginnings of names too.
    check: ({ plan }) =>
      plan.additional
        .map((word) => /^--([^=]+)/.exec(word)?.[1] ?? null)
        .filter((name) => name !== null && !parametersOf(plan.family).some((known) => known.name.startsWith(name)))
        .map((name) => ({ argument: `--${name}` })),
  },
  {
    name: "argumentIgnored",
    severity: "warning",
    argument: null,
    sources: ["trainUtil"],
    likelihood: "certain",
    check({ plan }) {
      const known = new Set(parametersOf(plan.family).map(({ name }) => name));
      const names = Object.keys(plan.arguments).filter((name) => !known.has(name));
      return found(names.length > 0, { options: names.join(", ") });
    },
  },
];
