// Of the normal distribution for 95 %.
const Z = 1.959964;

/**
 * The interval in which the true share of yes lies with 95 %, by E. B. Wilson, "Probable inference, the law of succession, and
 * statistical inference", Journal of the American Statistical Association 22 (1927), 209–212. Counts may be fractions.
 * @returns 0–1; 0 to 1 where nobody voted
 */
export function wilsonBounds(yes: number, count: number): { low: number; high: number } {
  if (count <= 0) return { low: 0, high: 1 };
  const share = yes / count;
  const middle = share + Z ** 2 / (2 * count);
  const spread = Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  const scale = 1 + Z ** 2 / count;
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) };
}
