import type { JobAmount } from "../jobs/job-kind.js";

const EVERY_MS = 250;

/** Passes on at most four amounts a second, and each one that is complete. */
export function throttledAmounts(pass: (amount: JobAmount) => void): (amount: JobAmount) => void {
  let last = Number.NEGATIVE_INFINITY;
  return (amount) => {
    const now = performance.now();
    if (amount.done < amount.total && now - last < EVERY_MS) return;
    last = now;
    pass(amount);
  };
}
