import type { PlanFacts } from "../facts.js";
import type { ArgumentValue, TrainingPlan } from "../plan.js";
import { planValues } from "../plan-values.js";
import type { StepCount } from "../steps/step-count.js";
import type { ConceptKind, RuleContext } from "./rule.js";

interface RuleQuestion {
  plan: TrainingPlan;
  facts: PlanFacts;
  /** null when the pictures are not known. */
  steps: StepCount | null;
  concept: ConceptKind;
  /** Bytes of all files that the run will write. */
  outputBytes?: number | null;
}

/** `key=value` words as a map; what is no pair is left out, a rule of its own tells. */
function asPairs(value: ArgumentValue | null): ReadonlyMap<string, string> {
  const words = Array.isArray(value) ? value.map(String) : typeof value === "string" ? value.split(/\s+/) : [];
  const pairs = new Map<string, string>();
  for (const word of words) {
    const sign = word.indexOf("=");
    if (sign > 0)
      pairs.set(
        word.slice(0, sign).trim().toLowerCase(),
        word
          .slice(sign + 1)
          .trim()
          .toLowerCase(),
      );
  }
  return pairs;
}

/** A plan as rules ask about it: every value as the trainer will see it. */
export function ruleContext({ plan, facts, steps, concept, outputBytes }: RuleQuestion): RuleContext {
  const values = planValues(plan);
  return {
    ...values,
    plan,
    facts,
    steps,
    concept,
    outputBytes: outputBytes ?? null,
    pairs: (argument) => asPairs(values.value(argument)),
  };
}
