import type { JudgedCheckpoint } from "./judge-checkpoint.js";
import { type MoreRepeats, moreRepeats, type RepeatedFolder } from "./more-repeats.js";
import { reason, type SweepReason } from "./reason.js";
import type { Recommendation } from "./recommend.js";
import type { WeakTrait } from "./weak-traits.js";

/** What the run that made the checkpoints was told. */
export interface TrainedPlan {
  /** Steps that it reached. */
  steps: number;
  /** Step of each swept LoRA, by its index; null where unknown. */
  stepOf: readonly (number | null)[];
  /** Where the compared training pictures lie; regularisation left out. */
  folders: readonly RepeatedFolder[];
}

export interface NextPlan {
  /** What is changed, from what to what: both empty where the plan itself stays as it is. */
  changes: readonly { field: string; from: string; to: string; reason: SweepReason }[];
  pruneTags: readonly string[];
  /** Pictures that should be shown more often. */
  moreRepeats: readonly string[];
  /** New repeats by folder of the plan. */
  raised: MoreRepeats["raised"];
  /** Steps to train instead; null: as before. */
  steps: number | null;
}

// Half as much again: enough to see a difference, not so much that it is another plan.
const MORE = 1.5;
// A LoRA that is overtrained everywhere was past its best at the first file: half of that file's steps are tried.
const LESS = 0.5;

/**
 * Where nothing at all came, half as much again may still be nothing: at least so many steps for each picture. The article's own
 * training has 350, and of twenty pictures the first traits come long before.
 */
const LEAST_STEPS_A_PICTURE = 100;

const rounded = (steps: number): number => Math.max(10, Math.round(steps / 10) * 10);

function stepsChange(
  checkpoints: readonly JudgedCheckpoint[],
  { steps, stepOf, folders }: TrainedPlan,
  recommendation: Recommendation | null,
): { steps: number; reason: SweepReason } | null {
  const known = checkpoints.filter(({ verdict }) => verdict !== "unknown");
  const last = known.at(-1);
  const stepsOf = (checkpoint: JudgedCheckpoint | undefined): number =>
    (checkpoint && stepOf[checkpoint.lora]) ?? steps;
  if (!last) return null;
  const isLow = ({ verdict }: JudgedCheckpoint): boolean => verdict === "noEffect" || verdict === "undertrained";
  const isHigh = ({ verdict }: JudgedCheckpoint): boolean => verdict === "overtrained" || verdict === "broken";
  if (known.every(isLow)) {
    const pictures = folders.reduce((sum, folder) => sum + folder.pictures, 0);
    const least = known.every(({ verdict }) => verdict === "noEffect") ? LEAST_STEPS_A_PICTURE * pictures : 0;
    return { steps: rounded(Math.max(steps * MORE, least)), reason: reason("moreSteps", { steps: stepsOf(last) }) };
  }
  if (known.every(isHigh)) {
    const first = stepsOf(known[0]);
    return { steps: rounded(first * LESS), reason: reason("fewerSteps", { steps: first }) };
  }
  const lastGood = known.findLast(({ verdict }) => verdict === "good");
  const after = lastGood && known[known.indexOf(lastGood) + 1];
  if (lastGood && after && isHigh(after) && stepsOf(lastGood) < steps) {
    return {
      steps: rounded(stepsOf(lastGood)),
      reason: reason("stopEarlier", { good: stepsOf(lastGood), bad: stepsOf(after) }),
    };
  }
  if (recommendation && recommendation.chosen.strength > 1 && lastGood === last) {
    return {
      steps: rounded(steps * MORE),
      reason: reason("needsStrength", { strength: recommendation.chosen.strength }),
    };
  }
  return null;
}

/** A changed training plan by what the sweep showed; null when nothing is to be changed. */
export function nextPlan(
  checkpoints: readonly JudgedCheckpoint[],
  weak: readonly WeakTrait[],
  trained: TrainedPlan | null,
  recommendation: Recommendation | null,
): NextPlan | null {
  const change = trained && stepsChange(checkpoints, trained, recommendation);
  const pruneTags = weak.flatMap(({ tag, reasons }) =>
    reasons.some(({ code }) => code === "captionsCarryIt") ? [tag] : [],
  );
  const rare = weak.filter(({ reasons }) => reasons.some(({ code }) => code === "fewPictures"));
  const { raised, changes: repeats } = moreRepeats(rare, trained?.folders ?? []);
  const changes = [
    ...(change && trained
      ? [{ field: "steps", from: String(trained.steps), to: String(change.steps), reason: change.reason }]
      : []),
    ...pruneTags.map((tag) => ({ field: "captions", from: tag, to: "", reason: reason("pruneTag", { tag }) })),
    ...repeats,
  ];
  if (changes.length === 0) return null;
  const shownMore = [...new Set(rare.flatMap(({ pictures }) => pictures))];
  return { changes, pruneTags, moreRepeats: shownMore, raised, steps: change?.steps ?? null };
}
