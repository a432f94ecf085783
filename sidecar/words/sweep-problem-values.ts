/** What the sentences of a problem are made of. */
export type SweepProblemValues = Readonly<Record<string, string | number>>;

/** What hinders a sweep, and what to do. */
export interface SweepProblemWords {
  message(values: SweepProblemValues): string;
  remedy(values: SweepProblemValues): string;
}

/** Decimal units, as disks are sold. */
export const bytesOf = (value: string | number | undefined): string => {
  const bytes = Number(value ?? 0);
  return bytes < 1e9 ? `${Math.max(1, Math.round(bytes / 1e6))} MB` : `${(bytes / 1e9).toFixed(1)} GB`;
};
