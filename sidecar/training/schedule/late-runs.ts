import type { RunRecord } from "../runs/run-record.js";

// Looks come twice a second; a machine under load may miss some.
const MOST_SECONDS = 60;

/**
 * Waiting runs whose time passed while nobody looked – the machine slept, or no sidecar was there –, with the seconds by which
 * it was missed. A run that only waited for its turn is not late.
 * @param before when the last look was, in milliseconds since 1970; null for the first look of a sidecar
 */
export function lateRuns(
  waiting: readonly RunRecord[],
  before: number | null,
  now: number,
): { id: number; seconds: number }[] {
  return waiting.flatMap(({ id, meant: { notBefore, late } }) => {
    if (notBefore === undefined || late !== undefined) return [];
    const time = Date.parse(notBefore);
    const seconds = Math.floor((now - time) / 1000);
    return seconds > MOST_SECONDS && (before === null || before < time) ? [{ id, seconds }] : [];
  });
}
