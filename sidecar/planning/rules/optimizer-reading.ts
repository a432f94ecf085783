import type { RuleContext } from "./rule.js";

/** Optimizers by how their learning rate is meant. */
export type OptimizerKind = "adam" | "lion" | "adaptive" | "adafactor" | "scheduleFree" | "other";

/** The optimizer as sd-scripts names it, in small letters; nothing given is AdamW. */
export function optimizerOf(context: RuleContext): string {
  if (context.flag("use_8bit_adam")) return "adamw8bit";
  if (context.flag("use_lion_optimizer")) return "lion";
  return context.text("optimizer_type").toLowerCase() || "adamw";
}

export function optimizerKind(context: RuleContext): OptimizerKind {
  const name = optimizerOf(context).split(".").at(-1) ?? "";
  if (name.includes("prodigy") || name.startsWith("dadapt")) return "adaptive";
  if (name.endsWith("schedulefree")) return "scheduleFree";
  if (name === "adafactor") return "adafactor";
  if (name.includes("lion")) return "lion";
  return /adam|came/.test(name) ? "adam" : "other";
}

const isFalse = (word: string | undefined): boolean => word === "false" || word === "0" || word === "none";

/**
 * Adafactor that finds its own rate: the default, and forced by `warmup_init=True` (sd-scripts, `get_optimizer`). The trainer
 * then drops the learning rates and puts its own scheduler in place of the chosen one.
 */
export function relativeStep(context: RuleContext): boolean {
  if (optimizerOf(context) !== "adafactor") return false;
  const pairs = context.pairs("optimizer_args");
  const warmsUp = pairs.has("warmup_init") && !isFalse(pairs.get("warmup_init"));
  return warmsUp || !isFalse(pairs.get("relative_step"));
}

/** Warm-up in steps; between 0 and 1 it is a share of all steps. */
export function warmupSteps(context: RuleContext): number {
  const given = context.number("lr_warmup_steps");
  if (given <= 0 || given >= 1) return given;
  return context.steps ? Math.floor(given * context.steps.exact) : 1;
}

/** The scheduler that counts, where the trainer has not put another in its place. */
export const customScheduler = (context: RuleContext): string => context.text("lr_scheduler_type");
export const schedulerOf = (context: RuleContext): string => context.text("lr_scheduler") || "constant";
/** Schedule-free optimizers of sd-scripts: it takes no scheduler at all. */
export const ignoresScheduler = (context: RuleContext): boolean => optimizerOf(context).endsWith("schedulefree");
