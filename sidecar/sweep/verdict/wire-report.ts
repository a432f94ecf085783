import type { Result } from "../../../protocol/validate.js";
import { recommendationSentence, runnerUpSentence } from "../../words/sweep-verdict-en.js";
import type { SweepEvidence } from "../scores/evidence.js";
import { meanOf } from "../scores/interval.js";
import type { JudgedCheckpoint } from "./judge-checkpoint.js";
import type { JudgedSweep } from "./judge-sweep.js";
import type { NextPlan } from "./next-plan.js";
import type { Recommendation } from "./recommend.js";

type Report = Result<"sweep/report">;
type Judged = Pick<
  Report,
  "traits" | "leftOut" | "checkpoints" | "controlTraits" | "recommendation" | "notEnough" | "weakTraits" | "nextPlan"
>;

// The lightest ones weigh nothing, and nobody reads them.
const MOST_TRAITS = 60;
const MOST_LEFT_OUT = 200;
const MOST_PATHS = 200;

const wireCheckpoint = (
  { lora, verdict, band, best, reasons, examples, strengths }: JudgedCheckpoint,
  label: string,
  traitCount: number,
): Report["checkpoints"][number] => ({
  lora,
  label,
  verdict,
  band,
  best,
  reasons: [...reasons],
  examples: [...examples],
  strengths: strengths.map(({ strengthIndex, strength, cells, verdict: own, measures, traits }) => ({
    strength: strengthIndex,
    value: strength,
    cells: cells.length,
    verdict: own,
    measures: { ...measures },
    traits: traits.slice(0, traitCount).map((measure) => measure?.mean ?? 0),
  })),
});

function wireRecommendation(
  { chosen, band, reasons, runnersUp, pareto, votes }: Recommendation,
  labelOf: (lora: number) => string,
): NonNullable<Report["recommendation"]> {
  return {
    lora: chosen.lora,
    strength: chosen.strength,
    strengthIndex: chosen.strengthIndex,
    band,
    sentence: recommendationSentence({ label: labelOf(chosen.lora), strength: chosen.strength, band }),
    reasons: [...reasons],
    runnersUp: runnersUp.map(({ lora, strength, difference }) => ({
      lora,
      strength,
      difference,
      sentence: runnerUpSentence({ label: labelOf(lora), strength, difference }),
    })),
    pareto: pareto.map(({ lora, strength }) => ({ lora, strength })),
    votes,
  };
}

/** A judged sweep as the protocol has it. */
export function wireJudged(
  { scored, checkpoints, recommendation, notEnough, weakTraits }: JudgedSweep,
  { loras, cells }: SweepEvidence,
  plan: NextPlan | null,
): Judged {
  const traits = scored.traits.traits.slice(0, MOST_TRAITS);
  const labelOf = (lora: number): string => loras[lora]?.label ?? String(lora);
  const controls = cells.filter(({ strengthIndex }) => strengthIndex === 0);
  return {
    traits: traits.map(({ tag, weight, share, named, counts, pictures, captionsNaming }) => ({
      tag,
      weight: Math.min(1, weight),
      share,
      named,
      counts,
      pictures: pictures.length,
      captionsNaming: captionsNaming.length,
    })),
    leftOut: scored.traits.leftOut.slice(0, MOST_LEFT_OUT),
    checkpoints: checkpoints.map((checkpoint) => wireCheckpoint(checkpoint, labelOf(checkpoint.lora), traits.length)),
    controlTraits: traits.map(({ tag }) => meanOf(controls.map(({ evidence }) => evidence.tags.get(tag) ?? 0))),
    recommendation: recommendation && wireRecommendation(recommendation, labelOf),
    notEnough: [...notEnough],
    weakTraits: weakTraits.map(({ tag, best, pictures, captionsNaming, reasons }) => ({
      tag,
      best,
      pictures: pictures.slice(0, MOST_PATHS),
      captionsNaming: captionsNaming.slice(0, MOST_PATHS),
      reasons: [...reasons],
    })),
    nextPlan: plan && {
      changes: [...plan.changes],
      pruneTags: [...plan.pruneTags],
      moreRepeats: plan.moreRepeats.slice(0, MOST_PATHS),
      steps: plan.steps,
    },
  };
}
