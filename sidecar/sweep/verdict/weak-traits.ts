import type { Trait } from "../scores/traits.js";
import type { JudgedCheckpoint } from "./judge-checkpoint.js";
import { reason, type SweepReason } from "./reason.js";
import { thresholds } from "./thresholds.js";

export interface WeakTrait {
  tag: string;
  /** Best difference to the control anywhere that is not broken. */
  best: number;
  pictures: readonly string[];
  captionsNaming: readonly string[];
  reasons: readonly SweepReason[];
}

// Half of the captions that show a trait name it: then its own words carry it, not the trigger.
const NAMED = 0.5;
// Fewer than half of the set show it.
const FEW = 0.5;

/** Traits that no good or weak strength brings halfway, with what in the set may be behind it. */
export function weakTraits(
  traits: readonly Trait[],
  checkpoints: readonly JudgedCheckpoint[],
  setSize: number,
): WeakTrait[] {
  const strengths = checkpoints.flatMap((checkpoint) =>
    checkpoint.strengths.filter(
      ({ strength, verdict }) => strength > 0 && verdict !== "broken" && verdict !== "unknown",
    ),
  );
  if (strengths.length === 0) return [];
  return traits.flatMap(({ tag, counts, trained, control, share, pictures, captionsNaming }, place): WeakTrait[] => {
    if (!counts) return [];
    const best = Math.max(...strengths.map(({ traits: measures }) => measures[place]?.mean ?? 0));
    if (best >= thresholds.traitCame * (trained - control)) return [];
    const reasons: SweepReason[] = [];
    if (captionsNaming.length > NAMED * pictures.length) {
      reasons.push(reason("captionsCarryIt", { tag, captions: captionsNaming.length, pictures: pictures.length }));
    }
    if (share < FEW) reasons.push(reason("fewPictures", { tag, pictures: pictures.length, of: setSize }));
    if (reasons.length === 0) reasons.push(reason("learnsLate", { tag }));
    return [{ tag, best, pictures, captionsNaming, reasons }];
  });
}
