import type { LogEvent } from "./log-event.js";
import { numberAt, secondsAt } from "./read-number.js";
import type { Bar } from "./scan-bar.js";

type Loss = number | "nan" | null;

// "Average key norm=0.123, Keys Scaled=0, avr_loss=0.09": keys may hold blanks. Until 2023 it was "loss=0.09, lr=1e-5".
const AVERAGE = Buffer.from("avr_loss=");
const OLD_LOSS = /(?:^|, )(?:avr_)?loss=([^,]*)/;
const EQUALS = 0x3d;
const COMMA = 0x2c;
const LESS = 0x3c;
const SLASH = 0x2f;
const LETTER_D = 0x64;
const LETTER_S = 0x73;
const UNIT_LETTERS = "s/it".length;

/** NaN stays with the average to the end of the run; infinite is no better. */
const lossOf = (value: number): Loss => (Number.isFinite(value) ? value : "nan");

function averageLossAt(bytes: Buffer, from: number, to: number): Loss {
  let at = to;
  while (at > from && bytes[at - 1] !== EQUALS) at -= 1;
  const key = at - AVERAGE.length;
  let letter = 0;
  if (key >= from) while (letter < AVERAGE.length && bytes[key + letter] === AVERAGE[letter]) letter += 1;
  if (letter === AVERAGE.length) return lossOf(numberAt(bytes, at, to));
  const old = OLD_LOSS.exec(bytes.toString("latin1", from, to));
  return old?.[1] === undefined ? null : lossOf(Number(old[1]));
}

/** ` 1.21s/it`, `12.3it/s`, or `?it/s` before the first step. */
function secondsPerStepAt(bytes: Buffer, from: number, to: number): number | null {
  const end = to - UNIT_LETTERS;
  const value = end > from ? numberAt(bytes, from, end) : 0;
  if (!(value > 0)) return null;
  if (bytes[end] === LETTER_S && bytes[end + 1] === SLASH) return value;
  return bytes[to - 1] === LETTER_S ? 1 / value : null;
}

const placeOf = (bytes: Buffer, wanted: number, from: number, to: number): number => {
  let at = from;
  while (at < to && bytes[at] !== wanted) at += 1;
  return at;
};

/** What the trainer's bar tells: `00:01<00:06,  1.21s/it, avr_loss=1.12` stands in its brackets. */
export function readBar({ done, total, bytes, from, to }: Bar): LogEvent & { kind: "progress" } {
  const left = placeOf(bytes, LESS, from, to) + 1;
  let end = placeOf(bytes, COMMA, left, to);
  // "1 day, 2:03:04" has a comma of its own.
  if (placeOf(bytes, LETTER_D, left, end) < end) end = placeOf(bytes, COMMA, end + 1, to);
  const pairs = placeOf(bytes, COMMA, end + 1, to);
  return {
    kind: "progress",
    step: done,
    total,
    averageLoss: pairs >= to ? null : averageLossAt(bytes, pairs + 2, to),
    secondsPerStep: secondsPerStepAt(bytes, end + 1, Math.min(pairs, to)),
    secondsLeft: left > to ? null : secondsAt(bytes, left, end),
  };
}
