import type { StrengthVotes } from "../scores/evidence.js";
import { type Measure, measureOf } from "../scores/interval.js";
import type { JudgedCheckpoint } from "./judge-checkpoint.js";
import type { JudgedStrength } from "./judge-strength.js";
import { paretoSet } from "./pareto.js";
import { reason, type SweepReason } from "./reason.js";
import { thresholds } from "./thresholds.js";
import { voteOf } from "./votes.js";

interface RunnerUp {
  lora: number;
  strength: number;
  /** Trait recall of the recommended one minus this one's, over the same prompts and seeds. */
  difference: Measure;
}

export interface Recommendation {
  chosen: JudgedStrength;
  band: [number, number];
  reasons: readonly SweepReason[];
  runnersUp: readonly RunnerUp[];
  pareto: readonly JudgedStrength[];
  /** All votes that were given. */
  votes: number;
}

const MOST_RUNNERS_UP = 4;

/** Trait recall of one minus another's over the prompts and seeds that both were drawn with. */
function recallDifference(one: JudgedStrength, other: JudgedStrength): Measure | null {
  const others = new Map(other.cells.map((scores) => [scores.cell.comparison, scores.traitRecall]));
  const differences = one.cells.flatMap(({ cell, traitRecall }) => {
    const against = others.get(cell.comparison) ?? null;
    return traitRecall === null || against === null ? [] : [traitRecall - against];
  });
  return measureOf(differences, [-1, 1]);
}

const wayMean = ({ way }: JudgedStrength): number => way?.mean ?? 0;

/** True on a plateau: a neighbouring strength of the same LoRA is good as well, and none of them fails. It forgives. */
export function isPlateau(strength: JudgedStrength, row: readonly JudgedStrength[]): boolean {
  const place = row.indexOf(strength);
  const around = [row[place - 1], row[place + 1]].filter((one) => one !== undefined && one.strength > 0);
  const is = (...verdicts: string[]): boolean => around.some((one) => one && verdicts.includes(one.verdict));
  return is("good") && !is("strong", "broken");
}

/** True when `other` is behind `best` by so little that something else may decide. */
function isAsGood(best: JudgedStrength, other: JudgedStrength, ceiling: number): boolean {
  if (best === other) return true;
  const difference = recallDifference(best, other);
  if (!difference) return false;
  const least = thresholds.asGood * ceiling;
  return difference.mean <= least || (difference.low <= 0 && difference.mean <= 2 * least);
}

/** True when `other` has certainly, and not only by a little, more traits. */
function isCertainlyBetter(other: JudgedStrength, one: JudgedStrength, ceiling: number): boolean {
  const difference = recallDifference(other, one);
  return difference !== null && difference.low > 0 && difference.mean > thresholds.asGood * ceiling;
}

export interface Choosing {
  ceiling: number;
  votes: readonly StrengthVotes[];
}

/**
 * The best of some good strengths: of those about as good as the one with most traits and not beaten by another in every
 * wish, plateau before peak, then votes, then the lower strength and the earlier step.
 */
export function chooseStrength(
  candidates: readonly JudgedStrength[],
  forgives: (strength: JudgedStrength) => boolean,
  { ceiling, votes }: Choosing,
): JudgedStrength | undefined {
  const [best] = [...candidates].sort((one, other) => wayMean(other) - wayMean(one));
  if (!best) return undefined;
  const close = candidates.filter((candidate) => isAsGood(best, candidate, ceiling));
  // Not certainly behind the best does not yet mean as good as the others: one that forgives as much may certainly have more.
  const equals = close.filter(
    (one) =>
      !close.some(
        (other) => Number(forgives(other)) >= Number(forgives(one)) && isCertainlyBetter(other, one, ceiling),
      ),
  );
  const vote = ({ lora, strengthIndex }: JudgedStrength): number => voteOf(votes, lora, strengthIndex) ?? 0;
  return paretoSet(equals).sort(
    (one, other) =>
      Number(forgives(other)) - Number(forgives(one)) ||
      vote(other) - vote(one) ||
      one.strength - other.strength ||
      one.lora - other.lora,
  )[0];
}

const round = (value: number): number => Math.round(value * 100) / 100;

/** Best checkpoint and strength with reasons; null when nothing is good. */
export function recommend(checkpoints: readonly JudgedCheckpoint[], choosing: Choosing): Recommendation | null {
  const all = checkpoints.flatMap(({ strengths }) => strengths);
  const rowOf = new Map(checkpoints.flatMap(({ strengths }) => strengths.map((one) => [one, strengths] as const)));
  const forgives = (one: JudgedStrength): boolean => isPlateau(one, rowOf.get(one) ?? []);
  const candidates = all.filter(({ verdict, strength }) => verdict === "good" && strength > 0);
  const chosen = chooseStrength(candidates, forgives, choosing);
  if (!chosen) return null;
  const own = checkpoints.find(({ lora }) => lora === chosen.lora);
  const { way, measures } = chosen;
  const reasons: SweepReason[] = [];
  if (way) reasons.push(reason("mostTraits", { way: round(way.mean), low: round(way.low), high: round(way.high) }));
  const { promptKept, diversity } = measures;
  if (promptKept) reasons.push(reason("promptKept", { change: round(promptKept.mean) }));
  if (diversity) reasons.push(reason("varied", { change: round(diversity.mean) }));
  reasons.push(forgives(chosen) ? reason("plateau") : reason("peak"));
  const vote = voteOf(choosing.votes, chosen.lora, chosen.strengthIndex);
  if (vote !== null) reasons.push(reason("voted", { share: round(vote) }));
  const stronger = candidates.some((one) => wayMean(one) > wayMean(chosen));
  if (stronger) reasons.push(reason("lowerIsEnough"));
  const runnersUp = checkpoints
    .filter(({ lora, best }) => lora !== chosen.lora && best !== null)
    .flatMap(({ strengths, best }): RunnerUp[] => {
      const other = strengths.find(({ strength }) => strength === best);
      const difference = other && recallDifference(chosen, other);
      return other && difference ? [{ lora: other.lora, strength: other.strength, difference }] : [];
    })
    .sort((one, other) => one.difference.mean - other.difference.mean)
    .slice(0, MOST_RUNNERS_UP);
  return {
    chosen,
    band: own?.band ?? [chosen.strength, chosen.strength],
    reasons,
    runnersUp,
    pareto: paretoSet(candidates),
    votes: choosing.votes.reduce((sum, { total }) => sum + total, 0),
  };
}
