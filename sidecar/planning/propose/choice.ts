import type { ArgumentValue } from "../plan.js";
import type { RuleValues } from "../rules/rule.js";

/** Why a number of a proposal is what it is; `reason` names its sentence in `words/plan-reasons-*`. */
export interface Reason {
  /** An argument, or `family`, `loraType`, `repeats`, `epochs`, `steps`, `datasets`. */
  argument: string;
  reason: string;
  values: RuleValues;
  /** Key of `sources`. */
  source: string;
}

/** One argument of a proposal with its reason. */
export interface Choice extends Reason {
  value: ArgumentValue;
}

export const choose = (
  argument: string,
  value: ArgumentValue,
  reason: string,
  source: string,
  values: RuleValues = {},
): Choice => ({ argument, value, reason, source, values });
