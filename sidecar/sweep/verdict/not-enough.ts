import type { SweepEvidence } from "../scores/evidence.js";
import type { ScoredSweep } from "../scores/score-cells.js";
import type { JudgedCheckpoint } from "./judge-checkpoint.js";
import { reason, type SweepReason } from "./reason.js";
import { thresholds } from "./thresholds.js";

/** Pictures of a LoRA and strength after which an interval as wide as this one would be narrow enough, at most 50. */
function neededCells(half: number, wanted: number, count: number): number {
  return Math.min(50, Math.max(count + 1, Math.ceil(count * (half / wanted) ** 2)));
}

/** Why nothing is recommended, what stands in the way first, and what to draw or train next. */
export function notEnough(
  { training, cells }: Pick<SweepEvidence, "training" | "cells">,
  scored: ScoredSweep,
  checkpoints: readonly JudgedCheckpoint[],
): SweepReason[] {
  const drawn = cells.filter(({ strengthIndex }) => strengthIndex !== 0);
  if (drawn.length === 0) return [reason("noCells")];
  if (!cells.some(({ strengthIndex }) => strengthIndex === 0)) return [reason("noControl")];
  if (training.every(({ heldOut }) => heldOut)) return [reason("noTraining")];
  const counted = scored.traits.traits.filter(({ counts }) => counts);
  if (counted.length === 0) {
    const named = scored.traits.traits.length;
    return [named > 0 ? reason("allNamed", { traits: named }) : reason("noTraitsFound")];
  }
  if (scored.ceiling === null || scored.ceiling < thresholds.leastCeiling) return [reason("noTraitsFound")];
  const found: SweepReason[] = [];
  if (scored.triggerMissing) found.push(reason("noTrigger"));
  const strengths = checkpoints.flatMap((checkpoint) => checkpoint.strengths.filter(({ strength }) => strength > 0));
  const few = strengths.filter(({ cells: own }) => own.length < thresholds.leastCells);
  if (few.length > 0) {
    const least = Math.min(...few.map(({ cells: own }) => own.length));
    found.push(reason("fewCells", { cells: least, needed: thresholds.leastCells }));
  }
  const wide = strengths.filter(
    ({ verdict, way }) => verdict === "unknown" && way !== null && way.count >= thresholds.leastCells,
  );
  const [hopeful] = [...wide].sort((one, other) => (other.way?.mean ?? 0) - (one.way?.mean ?? 0));
  if (hopeful?.way) {
    const { high, low, count } = hopeful.way;
    const needed = neededCells((high - low) / 2, thresholds.noEffect, count);
    found.push(reason("overlap", { cells: count, needed }));
  }
  const all = (verdict: JudgedCheckpoint["verdict"]): boolean =>
    checkpoints.length > 0 && checkpoints.every((one) => one.verdict === verdict);
  const some = (verdict: JudgedCheckpoint["verdict"]): boolean => checkpoints.some((one) => one.verdict === verdict);
  const greatest = Math.max(...strengths.map(({ strength }) => strength), 0);
  const least = Math.min(...strengths.map(({ strength }) => strength), Number.POSITIVE_INFINITY);
  if (all("noEffect")) found.push(reason("allNoEffect"));
  else if (some("undertrained")) found.push(reason("allWeak", { to: greatest }));
  if (some("overtrained") || some("broken")) {
    const from = Number.isFinite(least) ? least : 0;
    found.push(from > thresholds.leastUsable ? reason("allStrong", { from }) : reason("strongFromTheStart", { from }));
  }
  return found.length > 0 ? found : [reason("nothingToTell")];
}
