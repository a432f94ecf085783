import type { SweepEvidence } from "../../../sweep/scores/evidence.js";
import { type Measure, meanOf, measureOf } from "../../../sweep/scores/interval.js";
import { type CellScores, scoreCells } from "../../../sweep/scores/score-cells.js";
import { thresholds } from "../../../sweep/verdict/thresholds.js";
import { type LineageReason, lineageReason } from "../lineage-reason.js";

/** Which of two files shows more of what the training pictures have. Differences are the second's minus the first's. */
export interface PairVerdict {
  state: "told" | "notEnough";
  /** 0 the first, 1 the second; null: not told apart. */
  better: 0 | 1 | null;
  reasons: LineageReason[];
  overall: Measure | null;
  prompt: Measure | null;
  /** Of each file: collapsed pictures. */
  collapsed: [number, number];
  traits: { tag: string; weight: number; means: [number, number]; difference: Measure; better: 0 | 1 | null }[];
}

// With some twenty traits one interval of 95 % misses 0 by chance, and a smaller difference of probability shows in no picture.
const LEAST_TRAIT_DIFFERENCE = 0.1;
// The lightest ones weigh nothing, and nobody reads them.
const MOST_TRAITS = 40;

type Value = (scores: CellScores) => number | null;

const isNumber = (value: number | null): value is number => value !== null && !Number.isNaN(value);

/**
 * A value of both files over prompts and seeds. Strengths of one prompt and seed are no further evidence: their mean counts
 * once.
 */
function sides(cells: readonly CellScores[], value: Value): { means: [number, number]; difference: Measure | null } {
  const byComparison = new Map<number, [number[], number[]]>();
  for (const scores of cells) {
    const { lora, comparison, strengthIndex } = scores.cell;
    const found = value(scores);
    if (strengthIndex === 0 || !isNumber(found)) continue;
    const both = byComparison.get(comparison) ?? [[], []];
    byComparison.set(comparison, both);
    both[lora === 0 ? 0 : 1].push(found);
  }
  const pairs = [...byComparison.values()]
    .filter(([first, second]) => first.length > 0 && second.length > 0)
    .map(([first, second]): [number, number] => [meanOf(first), meanOf(second)]);
  return {
    means: [meanOf(pairs.map(([first]) => first)), meanOf(pairs.map(([, second]) => second))],
    difference: measureOf(
      pairs.map(([first, second]) => second - first),
      [-1, 1],
    ),
  };
}

/** Which side an interval speaks for; null where it holds 0, or stands on too few pictures. */
function speaksFor(difference: Measure | null, least = 0): 0 | 1 | null {
  if (!difference || difference.count < thresholds.leastCells || Math.abs(difference.mean) < least) return null;
  if (difference.low > 0) return 1;
  return difference.high < 0 ? 0 : null;
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Compares the two rows of evidence: a pure function of pixels and tags. */
export function judgePair(evidence: SweepEvidence): PairVerdict {
  const scored = scoreCells(evidence);
  const { cells } = scored;
  const overall = sides(cells, ({ traitRecall }) => traitRecall).difference;
  const prompt = sides(cells, ({ promptKept }) => promptKept).difference;
  const traits = scored.traits.traits.flatMap(({ tag, weight, counts }, place): PairVerdict["traits"] => {
    if (!counts) return [];
    const { means, difference } = sides(cells, (scores) => scores.traits[place] ?? null);
    if (difference === null) return [];
    return [{ tag, weight, means, difference, better: speaksFor(difference, LEAST_TRAIT_DIFFERENCE) }];
  });
  const collapsedOf = (lora: number): number =>
    cells.filter(
      ({ cell, collapse }) => cell.lora === lora && cell.strengthIndex !== 0 && (collapse ?? 0) >= thresholds.collapsed,
    ).length;
  const collapsed: [number, number] = [collapsedOf(0), collapsedOf(1)];
  const better = speaksFor(overall);
  const reasons: LineageReason[] = [];
  const pairs = overall?.count ?? 0;
  if (overall === null) {
    reasons.push(lineageReason("nothingToCompareBy"));
  } else if (pairs < thresholds.leastCells) {
    reasons.push(lineageReason("fewPairs", { pairs, needed: thresholds.leastCells }));
  } else {
    const values = { mean: round(overall.mean), low: round(overall.low), high: round(overall.high), pairs };
    if (better === null) reasons.push(lineageReason("notApart", values));
    else reasons.push(lineageReason("moreTraits", { ...values, side: better + 1 }));
  }
  const follows = speaksFor(prompt);
  if (prompt && follows !== null) {
    reasons.push(lineageReason("followsPrompt", { side: follows + 1, change: round(Math.abs(prompt.mean)) }));
  }
  for (const [side, count] of collapsed.entries()) {
    if (count > 0) reasons.push(lineageReason("fallsApart", { side: side + 1, pictures: count }));
  }
  const isTold = better !== null || traits.some((trait) => trait.better !== null);
  return {
    state: isTold ? "told" : "notEnough",
    better,
    reasons,
    overall,
    prompt,
    collapsed,
    traits: traits.slice(0, MOST_TRAITS),
  };
}
