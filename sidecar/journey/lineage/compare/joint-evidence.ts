import type { ScoredCell, SweepEvidence } from "../../../sweep/scores/evidence.js";
import type { CellPair } from "./pair-cells.js";

/** What was seen of a sweep's pictures. */
export type EvidenceOf = (sweep: number) => SweepEvidence | null;

const cellOf = (evidence: SweepEvidence | null, index: number | null): ScoredCell | null =>
  evidence?.cells.find((cell) => cell.index === index) ?? null;

/**
 * Two files as the two rows of one sweep, whatever sweeps their pictures are from: only pairs, with their controls, beside the
 * training pictures of both. What is not scored yet is left out.
 */
export function jointEvidence(pairs: readonly CellPair[], evidenceOf: EvidenceOf): SweepEvidence {
  const strengths = [0, ...new Set(pairs.map(([{ strength }]) => strength))].sort((one, other) => one - other);
  const [comparisons, scenes] = [new Map<string, number>(), new Map<string, number>()];
  const numberIn = (known: Map<string, number>, key: string): number => {
    const number = known.get(key) ?? known.size;
    known.set(key, number);
    return number;
  };
  const cells: ScoredCell[] = [];
  const withControl = new Set<number>();
  const sources = new Set<SweepEvidence>();
  for (const pair of pairs) {
    const found = pair.map((side) => cellOf(evidenceOf(side.sweep), side.index));
    const [first] = pair;
    const control = cellOf(evidenceOf(first.sweep), first.controlIndex);
    const [one, other] = found;
    if (!one || !other || !control) continue;
    const comparison = numberIn(comparisons, first.comparison);
    const place = { comparison, scene: numberIn(scenes, first.scene) };
    if (!withControl.has(comparison)) {
      withControl.add(comparison);
      cells.push({ ...control, ...place, index: cells.length, lora: 0, strengthIndex: 0, strength: 0 });
    }
    for (const [lora, cell] of [one, other].entries()) {
      const strengthIndex = strengths.indexOf(first.strength);
      cells.push({ ...cell, ...place, index: cells.length, lora, strengthIndex, strength: first.strength });
    }
    for (const { sweep } of pair) {
      const source = evidenceOf(sweep);
      if (source) sources.add(source);
    }
  }
  const training = new Map([...sources].flatMap((source) => source.training).map((one) => [one.path, one]));
  return {
    loras: [{ label: "1" }, { label: "2" }],
    strengths,
    cells,
    training: [...training.values()],
    knownTags: new Set([...sources].flatMap(({ knownTags }) => [...knownTags])),
    trigger: [...sources].find(({ trigger }) => trigger !== null)?.trigger ?? null,
    votes: [],
  };
}
