/** A number as it was written: `units` ÷ 10^`scale`. Sums of steps such as 0.1 are exact. */
export interface Decimal {
  units: bigint;
  /** 0 or more. */
  scale: number;
}

// More digits are a slip of the pen; no WebUI reads them.
const MOST_DIGITS = 20;

/** Null for what is no decimal of at most 20 digits. */
export function readDecimal(text: string): Decimal | null {
  const found = /^([+-]?)(\d*)\.?(\d*)$/.exec(text);
  const [, sign = "", whole = "", fraction = ""] = found ?? [];
  const digits = whole + fraction;
  if (found === null || digits === "" || digits.length > MOST_DIGITS) return null;
  const units = BigInt(digits);
  return { units: sign === "-" ? -units : units, scale: fraction.length };
}

const scaled = ({ units, scale }: Decimal, to: number): bigint => units * 10n ** BigInt(to - scale);

/** Both with the same number of places. */
export function aligned(a: Decimal, b: Decimal): { a: bigint; b: bigint; scale: number } {
  const scale = Math.max(a.scale, b.scale);
  return { a: scaled(a, scale), b: scaled(b, scale), scale };
}

export function compareDecimals(left: Decimal, right: Decimal): number {
  const { a, b } = aligned(left, right);
  return a < b ? -1 : a > b ? 1 : 0;
}

export function addDecimals(left: Decimal, right: Decimal): Decimal {
  const { a, b, scale } = aligned(left, right);
  return { units: a + b, scale };
}

export const negated = ({ units, scale }: Decimal): Decimal => ({ units: -units, scale });

export const isWhole = ({ units, scale }: Decimal): boolean => units % 10n ** BigInt(scale) === 0n;

/** Whether `value` is a whole number of `step`s; `step` is not 0. */
export function isMultiple(value: Decimal, step: Decimal): boolean {
  const { a, b } = aligned(value, step);
  return a % b === 0n;
}

/** As people write it: 0.75, 1 for 1.0, 0 for -0. */
export function decimalText({ units, scale }: Decimal): string {
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, "0");
  const whole = digits.slice(0, digits.length - scale);
  const fraction = digits.slice(digits.length - scale).replace(/0+$/, "");
  return `${units < 0n ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
