import type { Result } from "../../../protocol/validate.js";

type Report = Pick<Result<"sweep/report">, "checkpoints" | "recommendation">;

/** What a whole sweep says of its training. */
export type Diagnosis = "good" | "underfitted" | "overfitted" | "unclear";

/**
 * Overfitted: every saved file is too strong wherever it does anything. Underfitted: none does what was taught at any strength.
 * Files whose verdict is not known yet count for neither.
 */
export function diagnosisOf({ checkpoints, recommendation }: Report): Diagnosis {
  if (recommendation !== null) return "good";
  const known = checkpoints.map(({ verdict }) => verdict).filter((verdict) => verdict !== "unknown");
  if (known.length === 0) return "unclear";
  if (known.every((verdict) => verdict === "overtrained" || verdict === "broken")) return "overfitted";
  if (known.every((verdict) => verdict === "noEffect" || verdict === "undertrained")) return "underfitted";
  return "unclear";
}
