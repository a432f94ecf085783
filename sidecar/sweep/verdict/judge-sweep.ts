import type { SweepEvidence } from "../scores/evidence.js";
import { joinStrengths } from "../scores/join-strengths.js";
import { type ScoredSweep, scoreCells } from "../scores/score-cells.js";
import { type JudgedCheckpoint, judgeCheckpoint } from "./judge-checkpoint.js";
import { judgeStrength } from "./judge-strength.js";
import { notEnough } from "./not-enough.js";
import type { SweepReason } from "./reason.js";
import { chooseStrength, isPlateau, type Recommendation, recommend } from "./recommend.js";
import { type WeakTrait, weakTraits } from "./weak-traits.js";

export interface JudgedSweep {
  scored: ScoredSweep;
  checkpoints: readonly JudgedCheckpoint[];
  recommendation: Recommendation | null;
  /** Empty where there is a recommendation. */
  notEnough: readonly SweepReason[];
  weakTraits: readonly WeakTrait[];
}

/** Scores, verdicts and recommendation of a sweep: a pure function of pixels, tags and votes. */
export function judgeSweep(evidence: SweepEvidence): JudgedSweep {
  const scored = scoreCells(evidence);
  const judged = joinStrengths(scored).map((strength) => judgeStrength(strength, scored));
  const { traits } = scored.traits;
  const choosing = { ceiling: scored.ceiling ?? 0, votes: evidence.votes };
  const checkpoints = evidence.loras.map((_, lora) => {
    const strengths = judged.filter((strength) => strength.lora === lora);
    return judgeCheckpoint(lora, strengths, {
      traits,
      bestOf: (run) => chooseStrength(run, (one) => isPlateau(one, strengths), choosing),
    });
  });
  const recommendation = recommend(checkpoints, choosing);
  return {
    scored,
    checkpoints,
    recommendation,
    notEnough: recommendation ? [] : notEnough(evidence, scored, checkpoints),
    weakTraits: weakTraits(traits, checkpoints, evidence.training.filter(({ heldOut }) => !heldOut).length),
  };
}
