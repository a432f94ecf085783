/** A mean with its 95 % interval. */
export interface Measure {
  mean: number;
  low: number;
  high: number;
  count: number;
}

// Two-sided 95 % points of Student's t for 1, 2, … degrees of freedom ("Student", 1908, The probable error of a mean).
const points = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131, 2.12, 2.11,
  2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
];

/** The factor of the standard error for so many values; beyond the table an expansion that is off by less than 0.001. */
const studentFactor = (count: number): number =>
  points[count - 2] ?? 1.96 + 2.4 / Math.max(1, count - 1) + 3 / Math.max(1, count - 1) ** 2;

export const meanOf = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Standard deviation of a sample; 0 for fewer than two values. */
export function deviationOf(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}

/**
 * Mean of paired differences with Student's 95 % interval, never beyond what the quantity can be. One value alone tells
 * nothing of the others: its interval is all that is possible.
 * @param range least and greatest possible value
 * @returns null for no values
 */
export function measureOf(values: readonly number[], [least, greatest]: readonly [number, number]): Measure | null {
  if (values.length === 0) return null;
  const mean = meanOf(values);
  if (values.length === 1) return { mean, low: least, high: greatest, count: 1 };
  const half = (studentFactor(values.length) * deviationOf(values)) / Math.sqrt(values.length);
  return { mean, low: Math.max(least, mean - half), high: Math.min(greatest, mean + half), count: values.length };
}
