import type { FamilyName } from "../families.js";
import { defaultOf, parameterNamed } from "../parameters/table.js";
import type { ArgumentValue } from "../plan.js";

/** What the trainer does where its parser has no value. Source: sd-scripts 48d368fa, library/train_util.py. */
const takenInstead: Readonly<Record<string, ArgumentValue>> = {
  max_timestep: 1000,
  min_timestep: 0,
  max_token_length: 75,
  optimizer_type: "AdamW",
};

/** What the trainer uses for `argument` when it is not given; null when that is nothing, off or unset. */
export function trainerDefault(argument: string, family: FamilyName): ArgumentValue | null {
  if (Object.hasOwn(takenInstead, argument)) return takenInstead[argument] ?? null;
  const parameter = parameterNamed(argument);
  const value = parameter && defaultOf(parameter, family);
  return value === false || value === "" || (Array.isArray(value) && value.length === 0) ? null : value;
}
