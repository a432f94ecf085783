import type { StrengthVotes } from "../scores/evidence.js";
import { thresholds } from "./thresholds.js";

const Z = 1.96;

/** Lower end of Wilson's 95 % interval of a share (Wilson 1927, Probable inference); 0 for no votes. */
export function wilsonLow(likes: number, total: number): number {
  if (total === 0) return 0;
  const share = likes / total;
  const middle = share + Z ** 2 / (2 * total);
  const spread = Z * Math.sqrt((share * (1 - share)) / total + Z ** 2 / (4 * total ** 2));
  return (middle - spread) / (1 + Z ** 2 / total);
}

/** What votes say of a LoRA at a strength, 0–1; null while they are few. */
export function voteOf(votes: readonly StrengthVotes[], lora: number, strengthIndex: number): number | null {
  const found = votes.find((one) => one.lora === lora && one.strengthIndex === strengthIndex);
  return found && found.total >= thresholds.leastVotes ? wilsonLow(found.likes, found.total) : null;
}
