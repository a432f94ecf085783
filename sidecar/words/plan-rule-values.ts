/** What the sentences of a finding are made of. */
export type PlanRuleValues = Readonly<Record<string, string | number>>;

/** A rule's sentences: what was found and why it matters, and what to do. */
export interface PlanRuleWords {
  title: string;
  message(values: PlanRuleValues): string;
  remedy(values: PlanRuleValues): string;
}

export const of = (values: PlanRuleValues, name: string): number => Number(values[name] ?? 0);
/** Learning rates as people write them: 1e-4, 0.5. */
export const rate = (value: number): string =>
  value !== 0 && Math.abs(value) < 0.01 ? value.toExponential() : String(value);
/** Decimal units, as disks are sold. */
export const bytes = (value: number): string =>
  value < 1e9 ? `${(value / 1e6).toFixed(0)} MB` : `${(value / 1e9).toFixed(1)} GB`;
