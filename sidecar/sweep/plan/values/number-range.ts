import {
  addDecimals,
  aligned,
  compareDecimals,
  type Decimal,
  decimalText,
  isMultiple,
  isWhole,
  negated,
  readDecimal,
} from "./decimal.js";
import type { ValueMistakeCode } from "./value-mistake.js";

/** A range's numbers, or why it is none. */
export type RangeReading = { values: Decimal[] } | { mistake: ValueMistakeCode };

/** How a range without a step is meant: `1-5` in ones, `0.5-1` in the largest usual step that meets both ends. */
export interface RangeHabit {
  whole: boolean;
  /** Usual steps, the largest first. */
  steps: readonly Decimal[];
}

export const MOST_VALUES = 1000;
// An evenly spaced number may have no end: 0-1 [4].
const PLACES_OF_EVEN = 4;

const number = "([+-]?(?:\\d+\\.?\\d*|\\.\\d+))";
const RANGE = new RegExp(
  `^${number}\\s*[-–—〜~]\\s*${number}\\s*(?:\\(\\s*${number}\\s*\\)|\\[\\s*(\\d+)\\s*\\]|:\\s*(\\d+))?$`,
);
const COLONS = new RegExp(`^${number}\\s*:\\s*${number}\\s*:\\s*${number}$`);

const one: Decimal = { units: 1n, scale: 0 };

/** From `from` towards `to` by `step`, whatever its sign, never past `to`. */
function stepped(from: Decimal, to: Decimal, step: Decimal): RangeReading {
  if (step.units === 0n) return { mistake: "stepIsZero" };
  const size = step.units < 0n ? negated(step) : step;
  const direction = compareDecimals(from, to) <= 0 ? size : negated(size);
  const span = addDecimals(to, negated(from));
  const { a, b } = aligned(span, direction);
  const count = a / b + 1n;
  if (count > BigInt(MOST_VALUES)) return { mistake: "tooManyValues" };
  const values: Decimal[] = [];
  for (let value = from; values.length < Number(count); value = addDecimals(value, direction)) values.push(value);
  return { values };
}

/** `count` numbers, evenly spaced, both ends among them; whole ones cut off as the X/Y/Z plot does: 1-10 [5] is 1 3 5 7 10. */
function even(from: Decimal, to: Decimal, count: number, whole: boolean): RangeReading {
  if (count < 1) return { mistake: "countIsZero" };
  if (count > MOST_VALUES) return { mistake: "tooManyValues" };
  if (count === 1) return { values: [from] };
  const places = whole ? 0 : Math.max(PLACES_OF_EVEN, from.scale, to.scale);
  const { a, b, scale } = aligned(from, to);
  const gaps = BigInt(count - 1);
  const values = Array.from({ length: count }, (_, index): Decimal => {
    // Its exact value is top ÷ (gaps · 10^scale).
    const top = (a * gaps + (b - a) * BigInt(index)) * 10n ** BigInt(places);
    const bottom = gaps * 10n ** BigInt(scale);
    const half = whole ? 0n : bottom / 2n;
    return { units: (top + (top < 0n ? -half : half)) / bottom, scale: places };
  });
  return { values };
}

function usualStep(from: Decimal, to: Decimal, { whole, steps }: RangeHabit): Decimal {
  if (whole) return one;
  const { a, b, scale } = aligned(from, to);
  // A wide range is counted in ones where that meets its end.
  const span = b > a ? b - a : a - b;
  if (span > 2n * 10n ** BigInt(scale) && isWhole({ units: span, scale })) return one;
  const meets = (step: Decimal): boolean => isMultiple(from, step) && isMultiple(to, step);
  return steps.find(meets) ?? { units: 1n, scale };
}

/** Null: it is no range. A range is written `1-5`, `1-5(+2)`, `10-5 (-3)`, `1-10 [5]`, `0.2-1.0:5` or `start:end:step`. */
export function readRange(text: string, habit: RangeHabit): RangeReading | null {
  const decimal = (written: string | undefined): Decimal | null => readDecimal(written ?? "");
  const colons = COLONS.exec(text);
  const found = colons ?? RANGE.exec(text);
  const [from, to] = [decimal(found?.[1]), decimal(found?.[2])];
  if (found === null || from === null || to === null) return null;
  if (habit.whole && !(isWhole(from) && isWhole(to))) return { mistake: "notWhole" };
  const count = colons === null ? (found[4] ?? found[5]) : undefined;
  if (count !== undefined) return even(from, to, Number(count), habit.whole);
  const step = found[3] === undefined ? usualStep(from, to, habit) : decimal(found[3]);
  if (step === null) return null;
  return habit.whole && !isWhole(step) ? { mistake: "notWhole" } : stepped(from, to, step);
}

/** `0.1, 0.2, .., 1.0`: what lies between the last of `before` and `end`; by the difference of the last two, or the usual step. */
export function filled(before: readonly Decimal[], end: Decimal, habit: RangeHabit): RangeReading {
  const [previous, last] = [before.at(-2), before.at(-1)];
  if (last === undefined) return { mistake: "nothingToFill" };
  const step = previous === undefined ? usualStep(last, end, habit) : addDecimals(last, negated(previous));
  if (step.units === 0n) return { mistake: "stepIsZero" };
  const rises = compareDecimals(end, last);
  // Values that lead away from the end would never reach it.
  if (previous !== undefined && rises !== 0 && rises > 0 !== step.units > 0n) return { mistake: "nothingToFill" };
  const reading = stepped(last, end, step);
  if ("mistake" in reading) return reading;
  const between = reading.values.slice(1).filter((value) => decimalText(value) !== decimalText(end));
  return { values: between };
}
