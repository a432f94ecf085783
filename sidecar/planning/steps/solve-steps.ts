/** The numbers of the sum: steps = images × repeats × epochs ÷ (batch size × accumulation × processes). */
export const sumNames = ["images", "repeats", "epochs", "batchSize", "accumulation", "processes", "steps"] as const;
export type SumName = (typeof sumNames)[number];
export type Sum = Readonly<Record<SumName, number>>;

/** One way of rounding the missing number, with what then comes out. */
interface SolvedChoice {
  value: number;
  steps: number;
  /** Steps more (or, negative, fewer) than were asked for; 0 when the steps are what was missing. */
  off: number;
}

export interface Solution {
  missing: SumName;
  /** Unrounded. */
  exact: number;
  /** The nearest first; one when it comes out even. All at least 1. */
  choices: SolvedChoice[];
}

const below = (sum: Sum): number => sum.batchSize * sum.accumulation * sum.processes;

const perEpoch = (sum: Sum): number => Math.ceil((sum.images * sum.repeats) / below(sum));

/** Steps of whole pictures without buckets: an epoch's last step counts though it is not full. */
export const stepsOf = (sum: Sum): number => perEpoch(sum) * sum.epochs;

/** Unrounded; short last steps of an epoch are known for epochs and steps only, where the epoch itself is given. */
function exactly(missing: SumName, sum: Sum): number {
  if (missing === "steps") return stepsOf(sum);
  if (missing === "epochs") return sum.steps / perEpoch(sum);
  const rest: Sum = { ...sum, [missing]: 1 };
  const { images, repeats, epochs, steps } = rest;
  const divisor = below(rest);
  // What lies above the line grows with the steps, what lies below shrinks.
  return missing === "images" || missing === "repeats"
    ? (steps * divisor) / (images * repeats * epochs)
    : (images * repeats * epochs) / (steps * divisor);
}

// Further away than this from a whole number, both neighbours are shown.
const EVEN = 1e-9;

/**
 * The number that is missing from the sum, by the others.
 * @param sum all numbers at least 1; the missing one is not looked at
 */
export function solveSteps(missing: SumName, sum: Sum): Solution {
  const exact = exactly(missing, sum);
  if (missing === "steps") return { missing, exact, choices: [{ value: exact, steps: exact, off: 0 }] };
  const even = Math.abs(exact - Math.round(exact)) < EVEN * Math.max(1, exact);
  const neighbours = even ? [Math.round(exact)] : [Math.floor(exact), Math.ceil(exact)];
  const choices = [...new Set(neighbours.map((value) => Math.max(1, value)))].map((value): SolvedChoice => {
    const steps = stepsOf({ ...sum, [missing]: value });
    return { value, steps, off: steps - sum.steps };
  });
  choices.sort((left, right) => Math.abs(left.off) - Math.abs(right.off));
  return { missing, exact, choices };
}
