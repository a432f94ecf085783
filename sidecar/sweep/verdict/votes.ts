import type { StrengthVotes } from "../scores/evidence.js";
import { wilsonBounds } from "../votes/wilson.js";
import { thresholds } from "./thresholds.js";

/** What votes say of a LoRA at a strength, 0–1; null while they are few. */
export function voteOf(votes: readonly StrengthVotes[], lora: number, strengthIndex: number): number | null {
  const found = votes.find((one) => one.lora === lora && one.strengthIndex === strengthIndex);
  return found && found.total >= thresholds.leastVotes ? wilsonBounds(found.likes, found.total).low : null;
}
