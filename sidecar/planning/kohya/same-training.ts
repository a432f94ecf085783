import type { FamilyName } from "../families.js";
import type { Arguments, ArgumentValue } from "../plan.js";
import { trainerDefault } from "./trainer-defaults.js";

/** `network_args` as the trainer reads them: by name, the last wins, in any order. */
function byName(value: ArgumentValue): ArgumentValue {
  if (!Array.isArray(value)) return value;
  const named = new Map(value.map((word) => [String(word).split("=")[0], String(word)]));
  return [...named.values()].sort();
}

/** "512" is "512,512" to the trainer. */
function resolution(value: ArgumentValue): ArgumentValue {
  const sides = String(value)
    .split(",")
    .map((side) => Number(side.trim()));
  return [sides[0] ?? Number.NaN, sides[1] ?? sides[0] ?? Number.NaN];
}

/** Several text encoders with one rate, or one written as a list: the same. */
const rate = (value: ArgumentValue): ArgumentValue =>
  Array.isArray(value) && value.length > 0 && value.every((one) => one === value[0]) ? (value[0] ?? value) : value;

const isNothing = (value: ArgumentValue | undefined | null): boolean =>
  value === undefined ||
  value === null ||
  value === false ||
  value === "" ||
  (Array.isArray(value) && value.length === 0);

/** What `name` means to the trainer, where different words can mean the same. */
function meaning(name: string, given: Arguments, family: FamilyName): ArgumentValue | null {
  const own = given[name];
  const value = own === undefined || isNothing(own) ? trainerDefault(name, family) : own;
  if (name === "unet_lr" || name === "text_encoder_lr") {
    return value === null ? meaning("learning_rate", given, family) : rate(value);
  }
  // Only the compiler asks for it; the GUI always says "no".
  if (name === "dynamo_backend" && given.torch_compile !== true) return null;
  if (name === "wandb_run_name" && !["wandb", "all"].includes(String(given.log_with))) return null;
  if (value === null) return null;
  if (name === "network_args") return byName(value);
  if (name === "resolution") return resolution(value);
  return value;
}

/** Whether `name` trains the same with both: what is not given is the trainer's default. */
export const meansTheSame = (name: string, one: Arguments, other: Arguments, family: FamilyName): boolean =>
  JSON.stringify(meaning(name, one, family)) === JSON.stringify(meaning(name, other, family));

/** The names that do not mean the same in both, in order. */
export function differingArguments(one: Arguments, other: Arguments, family: FamilyName): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].filter((name) => !meansTheSame(name, one, other, family)).sort();
}
