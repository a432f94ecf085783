import { familyNamed } from "./families.js";
import { defaultOf, parameterNamed } from "./parameters/table.js";
import type { Arguments, ArgumentValue, TrainingPlan } from "./plan.js";

/** What the trainer will use of each argument: the plan's value, else what the family always passes, else the default. */
export interface PlanValues {
  value(argument: string): ArgumentValue | null;
  /** `fallback` (0) where it is no number. */
  number(argument: string, fallback?: number): number;
  flag(argument: string): boolean;
  text(argument: string): string;
}

const numeral = /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i;
const typed = (word: string): string | number => (numeral.test(word) ? Number(word) : word);

/** What the command line's further words set; the last word of a name wins, as with argparse. */
function fromWords(words: readonly string[]): ReadonlyMap<string, ArgumentValue> {
  const found = new Map<string, ArgumentValue>();
  let name: string | null = null;
  for (const word of words) {
    const option = /^--([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(word);
    if (option?.[1] !== undefined) {
      name = option[1].replaceAll("-", "_");
      found.set(name, option[2] === undefined ? true : typed(option[2]));
    } else if (name !== null) {
      const before = found.get(name);
      if (before === true || before === undefined) found.set(name, typed(word));
      else if (Array.isArray(before)) found.set(name, [...before, typed(word)]);
      else if (typeof before !== "boolean") found.set(name, [before, typed(word)]);
    }
  }
  return found;
}

/** Reads values; `over` (the options of a dataset) go before the plan's own. */
export function planValues(plan: TrainingPlan, over: Arguments = {}): PlanValues {
  const family = familyNamed(plan.family);
  const always: Arguments = { network_module: family.networkModule, ...family.always };
  const words = fromWords(plan.additional);
  const value = (argument: string): ArgumentValue | null => {
    const own = over[argument] ?? words.get(argument) ?? plan.arguments[argument] ?? always[argument];
    if (own !== undefined) return own;
    const parameter = parameterNamed(argument);
    return parameter ? defaultOf(parameter, plan.family) : null;
  };
  return {
    value,
    number(argument, fallback = 0) {
      const found = value(argument);
      const first = Array.isArray(found) && found.length === 1 ? found[0] : found;
      return typeof first === "number" && Number.isFinite(first) ? first : fallback;
    },
    flag: (argument) => value(argument) === true,
    text(argument) {
      const found = value(argument);
      return typeof found === "string" ? found : "";
    },
  };
}

/** Width and height of `600,900` or `512`; null when it is neither. */
export function resolutionOf(value: ArgumentValue | null): [number, number] | null {
  const sides = Array.isArray(value)
    ? value.map(Number)
    : String(value ?? "")
        .split(",")
        .map((side) => Number(side.trim() || Number.NaN));
  const [width, height = width] = sides;
  if (sides.length > 2 || width === undefined || height === undefined) return null;
  return Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0 ? [width, height] : null;
}
