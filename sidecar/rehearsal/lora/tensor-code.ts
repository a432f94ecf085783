import { type Trait, traits } from "../pictures/okara.js";
import type { Learnt } from "./learnt.js";

/** Values of a tensor repeat after so many. */
export const PATTERN = 1024;
/** The weight that stands for 1. */
const UNIT = 0.004;
const GRAIN = 0.7;
const TRIGGER_BITS = 16;
/** A trigger bit is written this strong, and believed from half of it on. */
const TRIGGER_WEIGHT = 0.5;

/**
 * Directions are rows of a Walsh–Hadamard matrix of 1024 (Sylvester's construction: the sign of entry i in row k is the parity of
 * i AND k): they are orthogonal to each other and to constant weights, so a merged, averaged or rounded file still reads well.
 */
const traitRows: Readonly<Record<Trait, number>> = {
  eyes: 3,
  dress: 5,
  hair: 6,
  ornament: 9,
  twintails: 10,
  ahoge: 12,
};
const OVERFIT_ROW = 17;
const COPYING_ROW = 18;
const TRIGGER_ROW = 33;

function sign(row: number, index: number): 1 | -1 {
  let bits = row & index;
  bits ^= bits >>> 8;
  bits ^= bits >>> 4;
  bits ^= bits >>> 2;
  bits ^= bits >>> 1;
  return bits & 1 ? -1 : 1;
}

function weightsOf(learnt: Learnt): [row: number, weight: number][] {
  const bits = learnt.trigger === null ? [] : Array.from({ length: TRIGGER_BITS }, (_, bit) => bit);
  return [
    ...traits.map((trait): [number, number] => [traitRows[trait], learnt.traits[trait]]),
    [OVERFIT_ROW, learnt.overfit],
    [COPYING_ROW, learnt.copying],
    ...bits.map((bit): [number, number] => [
      TRIGGER_ROW + bit,
      ((learnt.trigger ?? 0) >>> bit) & 1 ? TRIGGER_WEIGHT : -TRIGGER_WEIGHT,
    ]),
  ];
}

/** The repeating weights of a file: what was learnt, in grain of its own. @param random numbers 0 to 1 */
export function learntPattern(learnt: Learnt, random: () => number): Float64Array {
  const rows = weightsOf(learnt);
  return Float64Array.from({ length: PATTERN }, (_, index) => {
    const said = rows.reduce((sum, [row, weight]) => sum + weight * sign(row, index), 0);
    return UNIT * (said + GRAIN * (random() + random() + random() - 1.5) * 2);
  });
}

/** What tensors hold: `sums[i]` adds up the weights at places i modulo 1024, `counts[i]` tells how many they were. */
export function readPattern(sums: Float64Array, counts: Float64Array): Learnt & { grain: number } {
  const mean = sums.map((sum, index) => sum / Math.max(1, counts[index] ?? 0) / UNIT);
  const along = (row: number): number =>
    mean.reduce((sum, value, index) => sum + value * sign(row, index), 0) / PATTERN;
  const learnt = Object.fromEntries(traits.map((trait) => [trait, along(traitRows[trait])]));
  const bits = Array.from({ length: TRIGGER_BITS }, (_, bit) => along(TRIGGER_ROW + bit));
  const trigger = bits.every((bit) => Math.abs(bit) > TRIGGER_WEIGHT / 2)
    ? bits.reduce((code, bit, index) => code | (bit > 0 ? 1 << index : 0), 0)
    : null;
  return {
    traits: { eyes: 0, dress: 0, hair: 0, ornament: 0, twintails: 0, ahoge: 0, ...learnt },
    overfit: along(OVERFIT_ROW),
    copying: along(COPYING_ROW),
    trigger,
    grain: Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0) / PATTERN),
  };
}
