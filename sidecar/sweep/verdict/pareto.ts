import type { Measure } from "../scores/interval.js";
import type { JudgedStrength } from "./judge-strength.js";

// Differences below it are the taggers' own scatter.
const EQUAL = 0.02;

/** What is wanted, each the more the better: traits, the prompt, variety, no copies, nothing unasked; with half its interval. */
function wishes({ measures }: JudgedStrength): { value: number; half: number }[] {
  const wish = (measure: Measure | undefined, sign: 1 | -1) => ({
    value: sign * (measure?.mean ?? 0),
    half: measure ? (measure.high - measure.low) / 2 : 0,
  });
  const { traitRecall, promptKept, diversity, copying, bleed } = measures;
  return [wish(traitRecall, 1), wish(promptKept, 1), wish(diversity, 1), wish(copying, -1), wish(bleed, -1)];
}

type Wishes = ReturnType<typeof wishes>;

/** Certainly better in one wish, and worse in none by more than scatter. */
function beats(one: Wishes, other: Wishes): boolean {
  const ahead = one.map(({ value, half }, wish) => {
    const against = other[wish] ?? { value: 0, half: 0 };
    return { by: value - against.value, scatter: Math.max(EQUAL, half, against.half) };
  });
  return ahead.every(({ by }) => by >= -EQUAL) && ahead.some(({ by, scatter }) => by > scatter);
}

/** Those that no other beats (Pareto): choosing among them is weighing one wish against another. */
export function paretoSet(candidates: readonly JudgedStrength[]): JudgedStrength[] {
  const all = candidates.map((candidate) => ({ candidate, own: wishes(candidate) }));
  const unbeaten = all.filter(({ own }) => !all.some((other) => beats(other.own, own)));
  return (unbeaten.length > 0 ? unbeaten : all).map(({ candidate }) => candidate);
}
