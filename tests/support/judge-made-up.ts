import type { StrengthVotes } from "../../sidecar/sweep/scores/evidence.js";
import { type JudgedSweep, judgeSweep } from "../../sidecar/sweep/verdict/judge-sweep.js";
import { type MadeUpSweep, madeUpEvidence } from "./sweep-evidence.js";

export interface MadeUpWish extends MadeUpSweep {
  votes?: StrengthVotes[];
  /** What is missing. */
  without?: "training" | "control";
}

/** Judges a made-up sweep. */
export default function judgeMadeUp({ votes = [], without, ...sweep }: MadeUpWish): JudgedSweep {
  const evidence = madeUpEvidence(sweep);
  return judgeSweep({
    ...evidence,
    votes,
    training: without === "training" ? [] : evidence.training,
    cells: without === "control" ? evidence.cells.filter(({ strengthIndex }) => strengthIndex > 0) : evidence.cells,
  });
}
