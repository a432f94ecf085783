import { byNaturalName } from "../../../dataset/scan.js";
import type { SweepCandidate } from "../resolved-sweep.js";

type Labelled = Pick<SweepCandidate, "name" | "step" | "epoch">;

function progressLabel({ step, epoch }: Labelled): string | null {
  const ofStep = step === null ? [] : [`step ${step}`];
  // What was saved before the first epoch ended says nothing by it.
  const ofEpoch = epoch === null || (epoch === 0 && step !== null) ? [] : [`ep ${epoch}`];
  return ofStep.length + ofEpoch.length === 0 ? null : [...ofStep, ...ofEpoch].join(" · ");
}

/** `step 1000 · ep 5`, or the file's name where that is no telling apart. */
export function withLabels<T extends Labelled>(candidates: readonly T[]): (T & { label: string })[] {
  const counts = new Map<string | null, number>();
  for (const one of candidates) counts.set(progressLabel(one), (counts.get(progressLabel(one)) ?? 0) + 1);
  return candidates.map((one) => {
    const label = progressLabel(one);
    return { ...one, label: label !== null && counts.get(label) === 1 ? label : one.name };
  });
}

const unknown = Number.MAX_SAFE_INTEGER;

/** By step, then epoch; what tells neither comes last. Of equal ones `okara-000010` stands before `okara`, which was written after it. */
export const byProgress = (a: Labelled, b: Labelled): number =>
  (a.step ?? unknown) - (b.step ?? unknown) ||
  (a.epoch ?? unknown) - (b.epoch ?? unknown) ||
  b.name.length - a.name.length ||
  byNaturalName(a.name, b.name);
