import { type SweepReasonName, sweepReasonsEn } from "../../words/sweep-reasons-en.js";

export type ReasonValues = Readonly<Record<string, string | number>>;

/** Why something was decided: the page words it from code and values, the sentence is English. */
export interface SweepReason {
  code: SweepReasonName;
  values: Record<string, string | number>;
  sentence: string;
}

export const reason = (code: SweepReasonName, values: ReasonValues = {}): SweepReason => ({
  code,
  values: { ...values },
  sentence: sweepReasonsEn[code](values),
});
