import type { CellScores } from "../scores/score-cells.js";
import type { Trait } from "../scores/traits.js";
import type { JudgedStrength } from "./judge-strength.js";
import { reason, type SweepReason } from "./reason.js";
import { thresholds } from "./thresholds.js";

type CheckpointVerdict = "noEffect" | "undertrained" | "good" | "overtrained" | "broken" | "unknown";

export interface JudgedCheckpoint {
  lora: number;
  verdict: CheckpointVerdict;
  /** Least and greatest drawn strength that is good, with none between that is not; null for none. */
  band: [number, number] | null;
  best: number | null;
  reasons: readonly SweepReason[];
  examples: readonly { index: number; why: string }[];
  strengths: readonly JudgedStrength[];
}

/** Runs of neighbouring strengths that are good, the longest first; of equal ones the lower. Negative strengths play no part. */
function goodRuns(strengths: readonly JudgedStrength[]): JudgedStrength[][] {
  const runs: JudgedStrength[][] = [];
  let open: JudgedStrength[] | null = null;
  for (const strength of strengths) {
    if (strength.strength <= 0 || strength.verdict !== "good") {
      open = null;
      continue;
    }
    if (open) open.push(strength);
    else {
      open = [strength];
      runs.push(open);
    }
  }
  return runs.sort((one, other) => other.length - one.length);
}

/** Where a trait first comes: the least strength at which it is halfway to the training pictures. */
function traitOnsets(
  strengths: readonly JudgedStrength[],
  traits: readonly Trait[],
): { tag: string; from: number | null }[] {
  return traits.flatMap(({ tag, counts, trained, control }, place) => {
    if (!counts) return [];
    const came = strengths.find(({ strength, traits: measures }) => {
      const measure = measures[place];
      return strength > 0 && measure && measure.low > 0 && measure.mean >= thresholds.traitCame * (trained - control);
    });
    return [{ tag, from: came?.strength ?? null }];
  });
}

const most = (cells: readonly CellScores[], of: (scores: CellScores) => number): CellScores | undefined =>
  [...cells].sort((one, other) => of(other) - of(one))[0];

function examplesOf(
  strengths: readonly JudgedStrength[],
  best: JudgedStrength | undefined,
): JudgedCheckpoint["examples"] {
  const found: { index: number; why: string }[] = [];
  const add = (scores: CellScores | undefined, why: string): void => {
    if (scores && !found.some(({ index }) => index === scores.cell.index))
      found.push({ index: scores.cell.index, why });
  };
  if (best)
    add(
      most(best.cells, ({ traitRecall }) => traitRecall ?? 0),
      "good",
    );
  const faulty = strengths.find(({ verdict }) => verdict === "broken" || verdict === "strong");
  add(
    most(faulty?.collapsed ?? [], ({ collapse }) => collapse ?? 0),
    "collapsed",
  );
  add(
    most(faulty?.copies ?? [], ({ nearest }) => nearest?.nearness ?? 0),
    "copy",
  );
  const weak = strengths.filter(({ verdict }) => verdict === "weak" || verdict === "noEffect").at(-1);
  if (!best && weak)
    add(
      most(weak.cells, ({ change }) => change ?? 0),
      "weak",
    );
  return found;
}

/** A checkpoint by its strengths, in rising order. `best`: the strength that the recommendation's rule would take. */
export function judgeCheckpoint(
  lora: number,
  strengths: readonly JudgedStrength[],
  {
    traits,
    bestOf,
  }: { traits: readonly Trait[]; bestOf: (run: readonly JudgedStrength[]) => JudgedStrength | undefined },
): JudgedCheckpoint {
  const positive = strengths.filter(({ strength }) => strength > 0);
  const [run] = goodRuns(positive);
  const best = run && bestOf(run);
  const reasons: SweepReason[] = [];
  const is = (...verdicts: string[]) => positive.filter(({ verdict }) => verdicts.includes(verdict));
  const [faulty, quiet, weak] = [is("strong", "broken"), is("noEffect"), is("weak")];
  const decide = (): CheckpointVerdict => {
    if (run) return "good";
    if (positive.length === 0) return "unknown";
    if (is("broken").length === positive.length) return "broken";
    // It fails before its traits hold.
    if (faulty.length > 0) return "overtrained";
    if (weak.length > 0) return "undertrained";
    return quiet.length === positive.length ? "noEffect" : "unknown";
  };
  const verdict = decide();
  const [first, last] = [run?.[0], run?.at(-1)];
  if (first && last) reasons.push(reason("goodBand", { from: first.strength, to: last.strength }));
  if (verdict === "noEffect") reasons.push(reason("noEffect"));
  if (verdict === "undertrained") reasons.push(reason("undertrained", { to: positive.at(-1)?.strength ?? 0 }));
  if (verdict === "overtrained") reasons.push(reason("overtrained", { from: faulty[0]?.strength ?? 0 }));
  if (verdict === "broken") reasons.push(reason("broken"));
  const onsets = traitOnsets(positive, traits);
  const came = onsets.filter(({ from }) => from !== null);
  if (came.length > 0) {
    const list = came.slice(0, 8).map(({ tag, from }) => `${tag} ${from}`);
    reasons.push(reason("traitsFrom", { list: list.join(", ") }));
  }
  const missing = onsets.filter(({ from }) => from === null);
  if (came.length > 0 && missing.length > 0) {
    reasons.push(
      reason("traitsNever", {
        list: missing
          .slice(0, 8)
          .map(({ tag }) => tag)
          .join(", "),
      }),
    );
  }
  const fault = faulty[0];
  if (fault) reasons.push(...fault.reasons.map(({ code, values }) => reason(code, { ...values, at: fault.strength })));
  if (verdict === "unknown") reasons.push(...(positive[0]?.reasons ?? []));
  return {
    lora,
    verdict,
    band: first && last ? [first.strength, last.strength] : null,
    best: best?.strength ?? null,
    reasons,
    examples: examplesOf(positive, best),
    strengths,
  };
}
