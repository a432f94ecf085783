import type { Measure } from "../scores/interval.js";
import type { StrengthScores } from "../scores/join-strengths.js";
import type { CellScores, ScoredSweep } from "../scores/score-cells.js";
import { reason, type SweepReason } from "./reason.js";
import { thresholds } from "./thresholds.js";

type StrengthVerdict = "noEffect" | "weak" | "good" | "strong" | "broken" | "unknown";

export interface JudgedStrength extends StrengthScores {
  verdict: StrengthVerdict;
  reasons: readonly SweepReason[];
  /** Part of the way from the control to the training pictures; null without traits. */
  way: Measure | null;
  collapsed: readonly CellScores[];
  copies: readonly CellScores[];
}

export type Judging = Pick<ScoredSweep, "ceiling" | "trainingNearness" | "trainingDiversity" | "controlDiversity">;

const round = (value: number): number => Math.round(value * 100) / 100;

/** Nearness from which a picture is a copy: nearer than most training pictures are to each other, near-duplicates among them apart. */
function copyLimit(trainingNearness: readonly number[]): number {
  const sorted = [...trainingNearness].sort((one, other) => one - other);
  const usual = sorted[Math.floor((sorted.length - 1) * 0.75)] ?? 0;
  return Math.max(thresholds.copy, Math.min(thresholds.copyMost, usual + thresholds.copyMargin));
}

/** The measure as part of the way to the training pictures. */
function wayOf(measure: Measure | undefined, ceiling: number | null): Measure | null {
  if (measure === undefined || ceiling === null || ceiling < thresholds.leastCeiling) return null;
  return {
    mean: measure.mean / ceiling,
    low: measure.low / ceiling,
    high: measure.high / ceiling,
    count: measure.count,
  };
}

/** True when seeds repeat one picture: far less various than the control and than the set that was trained on. */
function isSame({ measures }: StrengthScores, { trainingDiversity, controlDiversity }: Judging): boolean {
  const { diversity } = measures;
  if (!diversity || controlDiversity === null || diversity.count < thresholds.leastCells) return false;
  const own = controlDiversity + diversity.mean;
  const usual = Math.min(controlDiversity, trainingDiversity ?? controlDiversity);
  return own < thresholds.sameness * usual && diversity.high < 0;
}

/** What one LoRA at one strength is, from scores alone. */
export function judgeStrength(scores: StrengthScores, judging: Judging): JudgedStrength {
  const { cells, measures } = scores;
  const total = cells.length;
  const limit = copyLimit(judging.trainingNearness);
  const collapsed = cells.filter(({ collapse }) => (collapse ?? 0) >= thresholds.collapsed);
  const copies = cells.filter(({ nearest, copying }) => (nearest?.nearness ?? 0) >= limit && (copying ?? 0) > 0);
  const way = wayOf(measures.traitRecall, judging.ceiling);
  const as = (verdict: StrengthVerdict, ...reasons: SweepReason[]): JudgedStrength => ({
    ...scores,
    verdict,
    reasons,
    way,
    collapsed,
    copies,
  });
  const paired = measures.change?.count ?? 0;
  if (paired < thresholds.leastCells)
    return as("unknown", reason("fewCells", { cells: paired, needed: thresholds.leastCells }));

  const { promptKept } = measures;
  const faults: SweepReason[] = [];
  const collapsedValues = { cells: collapsed.length, of: total, by: commonCause(collapsed) };
  if (collapsed.length >= thresholds.mostCollapsed * total) return as("broken", reason("collapsed", collapsedValues));
  if (collapsed.length >= thresholds.someCollapsed * total) faults.push(reason("someCollapsed", collapsedValues));
  if (copies.length >= Math.max(2, thresholds.someCopies * total))
    faults.push(reason("copies", { cells: copies.length, of: total }));
  if (
    promptKept &&
    promptKept.count >= thresholds.leastCells &&
    promptKept.mean <= thresholds.promptLost &&
    promptKept.high < 0
  )
    faults.push(reason("promptLost", { loss: round(-promptKept.mean) }));
  if (isSame(scores, judging)) faults.push(reason("sameEverywhere", {}));
  if (faults.length > 0) return as("strong", ...faults);

  if (way === null || way.count < thresholds.leastCells) return as("unknown", reason("nothingToTell"));
  const values = { way: round(way.mean), low: round(way.low), high: round(way.high) };
  if (way.mean >= thresholds.tookHold && way.low > 0) return as("good", reason("tookHold", values));
  if (way.low > 0 && way.mean >= thresholds.firstSign) return as("weak", reason("firstSigns", values));
  if (way.high < thresholds.noEffect) return as("noEffect", reason("noTraits", values));
  return as("unknown", reason("wide", values));
}

/** What most of the collapsed pictures show. */
function commonCause(collapsed: readonly CellScores[]): string {
  const counts = new Map<string, number>();
  for (const { collapsedBy } of collapsed) if (collapsedBy) counts.set(collapsedBy, (counts.get(collapsedBy) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0] ?? "";
}
