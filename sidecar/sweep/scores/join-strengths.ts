import { type Measure, measureOf } from "./interval.js";
import type { CellScores, ScoredSweep } from "./score-cells.js";

const measureNames = [
  "traitRecall",
  "promptKept",
  "bleed",
  "collapse",
  "copying",
  "diversity",
  "likeness",
  "change",
] as const;
type MeasureName = (typeof measureNames)[number];

// What each can be at most; a collapse has no end, and beyond so many spreads nothing is left of a picture.
const ranges: Readonly<Record<MeasureName, readonly [number, number]>> = {
  traitRecall: [-1, 1],
  promptKept: [-1, 1],
  bleed: [-1, 1],
  collapse: [-100, 100],
  copying: [-2, 2],
  diversity: [-2, 2],
  likeness: [-1, 1],
  change: [0, 255],
};

/** All cells of one LoRA at one strength. */
export interface StrengthScores {
  lora: number;
  strengthIndex: number;
  strength: number;
  cells: readonly CellScores[];
  measures: Readonly<Partial<Record<MeasureName, Measure>>>;
  /** Of each trait: mean probability minus the control's with its interval; null where every prompt names it. */
  traits: readonly (Measure | null)[];
}

const told = (values: readonly (number | null)[]): number[] =>
  values.filter((value): value is number => value !== null && Number.isFinite(value));

function joined(cells: readonly CellScores[], traitCount: number): Pick<StrengthScores, "measures" | "traits"> {
  const measures: Partial<Record<MeasureName, Measure>> = {};
  for (const name of measureNames) {
    const measure = measureOf(told(cells.map((scores) => scores[name])), ranges[name]);
    if (measure) measures[name] = measure;
  }
  const traits = Array.from({ length: traitCount }, (_, trait) =>
    measureOf(told(cells.map((scores) => scores.traits[trait] ?? null)), [-1, 1]),
  );
  return { measures, traits };
}

/** Scores by LoRA and strength, controls left out; in the order of both axes. */
export function joinStrengths({ cells, traits }: ScoredSweep): StrengthScores[] {
  const groups = new Map<string, CellScores[]>();
  for (const scores of cells) {
    if (scores.cell.strengthIndex === 0) continue;
    const key = `${scores.cell.lora} ${scores.cell.strengthIndex}`;
    const group = groups.get(key);
    if (group) group.push(scores);
    else groups.set(key, [scores]);
  }
  const rows = [...groups.values()].flatMap((group): StrengthScores[] => {
    const first = group[0]?.cell;
    if (!first) return [];
    const { lora, strengthIndex, strength } = first;
    return [{ lora, strengthIndex, strength, cells: group, ...joined(group, traits.traits.length) }];
  });
  return rows.sort((one, other) => one.lora - other.lora || one.strength - other.strength);
}
