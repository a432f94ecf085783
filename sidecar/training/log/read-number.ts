const ZERO = 0x30;
const POINT = 0x2e;
const COLON = 0x3a;
const SPACE = 0x20;
const MOST_DIGITS = 15;

/**
 * A number as tqdm prints it, from the bytes: "1.21", "0.0832", and by way of a text "1e-05", "nan", "inf". NaN where it
 * is none. Up to 15 digits divided by a power of ten is exactly what Number() gives.
 */
export function numberAt(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to && bytes[at] === SPACE) at += 1;
  if (at === to) return Number.NaN;
  let value = 0;
  let scale = 0;
  for (let digits = 0; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === POINT && scale === 0) {
      scale = 1;
      continue;
    }
    const digit = byte - ZERO;
    digits += 1;
    if (digit < 0 || digit > 9 || digits > MOST_DIGITS) return Number(bytes.toString("latin1", from, to));
    value = value * 10 + digit;
    scale *= 10;
  }
  return scale === 0 ? value : value / scale;
}

const DAYS = /(\d+)\s*d(?:ays?)?,?\s*([\d:]*)/;
const SECONDS_OF_DAY = 86_400;

/** Seconds of `mm:ss` or `h:mm:ss`; null for `?`. */
export function secondsAt(bytes: Buffer, from: number, to: number): number | null {
  let seconds = 0;
  let part = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === COLON) {
      seconds = (seconds + part) * 60;
      part = 0;
      continue;
    }
    const digit = byte - ZERO;
    if (digit < 0 || digit > 9) return secondsWithDays(bytes.toString("latin1", from, to));
    part = part * 10 + digit;
  }
  return from >= to ? null : seconds + part;
}

/** "1 day, 2:03:04" or "1d 02:03:04". */
function secondsWithDays(text: string): number | null {
  const [, days, clock = ""] = DAYS.exec(text) ?? [];
  if (days === undefined) return null;
  const rest = Buffer.from(clock);
  return Number(days) * SECONDS_OF_DAY + (secondsAt(rest, 0, rest.length) ?? 0);
}
