/** Half to even, as Python's formatting rounds. */
export function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  if (value - floor !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}

const pythonExponent = (text: string): string => text.replace(/e([+-])(\d)$/, "e$10$2");

/** A float as Python's `str` writes it. */
export function pythonFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) return pythonExponent(value.toExponential());
  return Number.isInteger(value) ? value.toFixed(1) : String(value);
}

/** As tqdm writes a number after the bar: three digits, or Python's own text where that is shorter. */
export function barNumber(value: number): string {
  const whole = pythonFloat(value);
  if (!Number.isFinite(value)) return whole;
  const exponent = value === 0 ? 0 : Math.floor(Math.log10(Math.abs(Number(value.toPrecision(3)))));
  const three =
    exponent < -4 || exponent >= 3
      ? value.toExponential(2).replace(/\.?0+e/, "e")
      : String(Number(value.toPrecision(3)));
  return three.length < whole.length ? three : whole;
}
