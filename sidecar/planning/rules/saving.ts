import { found } from "./plan-reading.js";
import type { Rule, RuleContext } from "./rule.js";

/** A save point between the first step and the last. */
function savesBeforeEnd(context: RuleContext): boolean {
  const { steps } = context;
  const bySteps = context.number("save_every_n_steps");
  const byEpochs = context.number("save_every_n_epochs");
  if (!steps) return bySteps > 0 || byEpochs > 0 || context.number("save_n_epoch_ratio") > 0;
  return (
    (bySteps > 0 && bySteps < steps.exact) ||
    (byEpochs > 0 && byEpochs < steps.epochs) ||
    (context.number("save_n_epoch_ratio") > 0 && steps.epochs > 1)
  );
}
export const savingRules: readonly Rule[] = [
  {
    name: "noSavePoint",
    severity: "warning",
    argument: "save_every_n_steps",
    sources: ["article", "recorded"],
    likelihood: "likely",
    check: (context) => found(!savesBeforeEnd(context), { steps: context.steps?.exact ?? 0 }),
  },
  {
    name: "seedNotFixed",
    severity: "note",
    argument: "seed",
    sources: ["trainer"],
    check: (context) => found(context.value("seed") === null),
  },
  {
    name: "nameNotGiven",
    severity: "note",
    argument: "output_name",
    sources: ["trainUtil"],
    check: (context) => found(context.text("output_name") === ""),
  },
];
