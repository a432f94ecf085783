import { compareDecimals, type Decimal, decimalText, isWhole, readDecimal } from "./decimal.js";
import { filled, MOST_VALUES, type RangeHabit, readRange } from "./number-range.js";
import { type ListPiece, splitList } from "./split-list.js";
import type { Reading, ValueMistake } from "./value-mistake.js";

export interface NumberValue {
  /** Without needless zeros: 0.75, 1. */
  text: string;
  skip: boolean;
}

export interface NumberRules extends RangeHabit {
  minimum: Decimal | null;
  maximum: Decimal | null;
  /** Values that may stand in the list several times: a seed of -1 is another number each time. */
  repeatable: readonly string[];
}

const decimal = (text: string): Decimal => readDecimal(text) ?? { units: 0n, scale: 0 };
const usual = ["1", "0.5", "0.25", "0.1", "0.05", "0.025", "0.01", "0.005", "0.001"].map(decimal);

const bound = (value: number | undefined): Decimal | null => (value === undefined ? null : decimal(String(value)));

/** Rules of a field of numbers. @param largestStep of a range that names none: strengths are looked at in quarters */
export function numberRules(
  wish: { whole?: boolean; minimum?: number; maximum?: number; largestStep?: string; repeatable?: string[] } = {},
): NumberRules {
  const largest = decimal(wish.largestStep ?? "1");
  return {
    whole: wish.whole ?? false,
    steps: usual.filter((step) => compareDecimals(step, largest) <= 0),
    minimum: bound(wish.minimum),
    maximum: bound(wish.maximum),
    repeatable: wish.repeatable ?? [],
  };
}

const FILL = /^(?:\.\.\.?|…)$/;

/** Digits and signs as a Japanese keyboard gives them too. */
const plain = (text: string): string =>
  text.normalize("NFKC").replaceAll("−", "-").replaceAll("、", ",").replaceAll("\\,", ",");

const isOutside = (value: Decimal, { minimum, maximum }: NumberRules): boolean =>
  (minimum !== null && compareDecimals(value, minimum) < 0) ||
  (maximum !== null && compareDecimals(value, maximum) > 0);

interface Found {
  value: Decimal;
  piece: ListPiece;
}

function bounds({ minimum, maximum }: NumberRules): Partial<ValueMistake> {
  return {
    ...(minimum && { minimum: Number(decimalText(minimum)) }),
    ...(maximum && { maximum: Number(decimalText(maximum)) }),
  };
}

/** One item: a number, or a range of numbers. */
function readPiece(piece: ListPiece, rules: NumberRules): { values: Decimal[] } | { mistake: ValueMistake["code"] } {
  const single = readDecimal(piece.text);
  const reading = single === null ? readRange(piece.text, rules) : { values: [single] };
  if (reading === null) return { mistake: "notANumber" };
  if ("mistake" in reading) return reading;
  if (rules.whole && !reading.values.every(isWhole)) return { mistake: "notWhole" };
  return reading.values.some((value) => isOutside(value, rules)) ? { mistake: "outOfRange" } : reading;
}

/**
 * Numbers of a list in any writing, each once, in the order in which they were written; never one past the end of its range.
 * Source of the writings: AUTOMATIC1111's X/Y/Z plot, Infinity Grid and SwarmUI (`..`), SD.Next (`0.2-1.0:5`), LoRA Tester
 * (`start:end:step`).
 */
export function readNumbers(written: string, rules: NumberRules): Reading<NumberValue> {
  const pieces = splitList(plain(written));
  const found: Found[] = [];
  const mistakes: ValueMistake[] = [];
  const wrong = (piece: ListPiece, code: ValueMistake["code"]): void => {
    mistakes.push({ code, piece: piece.text, ...(code === "outOfRange" && bounds(rules)) });
  };
  let fill: ListPiece | null = null;
  for (const piece of pieces) {
    if (FILL.test(piece.text)) {
      if (found.length === 0) wrong(piece, "nothingToFill");
      else fill = piece;
      continue;
    }
    const reading = readPiece(piece, rules);
    if ("mistake" in reading) {
      wrong(piece, reading.mistake);
      continue;
    }
    const [first] = reading.values;
    if (fill !== null && first !== undefined) {
      const between = filled(
        found.map(({ value }) => value),
        first,
        rules,
      );
      if ("mistake" in between) wrong(fill, between.mistake);
      else for (const value of between.values) found.push({ value, piece: { ...fill, skip: false } });
      fill = null;
    }
    for (const value of reading.values) found.push({ value, piece });
  }
  if (fill !== null) wrong(fill, "nothingToFill");
  if (found.length > MOST_VALUES) mistakes.push({ code: "tooManyValues", piece: "", maximum: MOST_VALUES });
  const values = new Map<string, NumberValue>();
  for (const [index, { value, piece }] of found.slice(0, MOST_VALUES).entries()) {
    const text = decimalText(value);
    const key = rules.repeatable.includes(text) ? `${text}#${index}` : text;
    // Drawn where it is asked for at least once.
    values.set(key, { text, skip: piece.skip && (values.get(key)?.skip ?? true) });
  }
  if (values.size === 0 && mistakes.length === 0) mistakes.push({ code: "noValues", piece: "" });
  return { values: [...values.values()], mistakes };
}
