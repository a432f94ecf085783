import { type LineageReasonName, lineageReasonsEn } from "../../words/lineage-reasons-en.js";

/** Why something was found: the page words it from code and values, the sentence is English. */
export interface LineageReason {
  code: LineageReasonName;
  values: Record<string, string | number>;
  sentence: string;
}

export const lineageReason = (
  code: LineageReasonName,
  values: Readonly<Record<string, string | number>> = {},
): LineageReason => ({ code, values: { ...values }, sentence: lineageReasonsEn[code](values) });
