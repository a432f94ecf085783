import { anyDatasetFlag, cachesLatents, found, isFamily } from "./plan-reading.js";
import type { Rule } from "./rule.js";

export const memoryRules: readonly Rule[] = [
  {
    name: "latentsNotCached",
    severity: "note",
    argument: "cache_latents",
    sources: ["sdxlGuide", "advancedGuide"],
    check: (context) =>
      found(
        !cachesLatents(context) && !anyDatasetFlag(context, "color_aug") && !anyDatasetFlag(context, "random_crop"),
      ),
  },
  {
    name: "halfVae",
    severity: "warning",
    argument: "no_half_vae",
    sources: ["advancedGuide", "trainUtil"],
    likelihood: "likely",
    check: (context) =>
      found(isFamily(context, "sdxl") && context.text("mixed_precision") === "fp16" && !context.flag("no_half_vae")),
  },
  {
    name: "hunyuanFp16",
    severity: "warning",
    argument: "mixed_precision",
    sources: ["hunyuanTrainer"],
    check: (context) => found(isFamily(context, "hunyuan") && context.text("mixed_precision") === "fp16"),
  },
  {
    name: "sdxlMemory",
    severity: "warning",
    argument: "gradient_checkpointing",
    sources: ["sdxlGuide", "advancedGuide"],
    likelihood: "likely",
    check(context) {
      const memory = context.facts.gpuMemory ?? 0;
      // "8 GB is possible, 10 GB is recommended", with all of what saves memory.
      const saves = context.flag("gradient_checkpointing") && cachesLatents(context);
      return found(isFamily(context, "sdxl") && memory > 0 && (memory < 7.5 || (memory < 12.5 && !saves)), {
        memory: Math.round(memory),
      });
    },
  },
  {
    name: "fluxMemory",
    severity: "warning",
    argument: "blocks_to_swap",
    sources: ["fluxGuide"],
    likelihood: "likely",
    check(context) {
      const memory = context.facts.gpuMemory ?? 0;
      const saves =
        (context.flag("fp8_base") || context.flag("fp8_base_unet")) &&
        (memory > 20 || context.number("blocks_to_swap") > 0);
      return found(isFamily(context, "flux", "chroma") && memory > 0 && memory < 25 && !saves, {
        memory: Math.round(memory),
      });
    },
  },
];
