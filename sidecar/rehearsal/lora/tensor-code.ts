import { type Trait, traits } from "../pictures/okara.js";
import { VIEWS } from "../pictures/subject.js";
import type { Learnt, Subject } from "./learnt.js";

/** Values of a tensor repeat after so many. */
export const PATTERN = 1024;
/** The weight that stands for 1. */
const UNIT = 0.004;
const GRAIN = 0.7;
/** A bit is written this strong, and believed from half of it on. */
const BIT_WEIGHT = 0.5;

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
/** Whole numbers: a row for each bit, from the first on. */
const TRIGGER = { row: 33, bits: 16 };
const CHARACTER = { row: 65, bits: 16 };
const PICTURES = { row: 97, bits: VIEWS };

type Bits = typeof TRIGGER;

function sign(row: number, index: number): 1 | -1 {
  let bits = row & index;
  bits ^= bits >>> 8;
  bits ^= bits >>> 4;
  bits ^= bits >>> 2;
  bits ^= bits >>> 1;
  return bits & 1 ? -1 : 1;
}

/** Nothing for null. */
function bitWeights({ row, bits }: Bits, value: number | null): [row: number, weight: number][] {
  if (value === null) return [];
  return Array.from({ length: bits }, (_, bit) => [row + bit, (value >>> bit) & 1 ? BIT_WEIGHT : -BIT_WEIGHT]);
}

/** Null unless every bit can be believed. */
function readBits({ row, bits }: Bits, along: (row: number) => number): number | null {
  const read = Array.from({ length: bits }, (_, bit) => along(row + bit));
  if (!read.every((weight) => Math.abs(weight) > BIT_WEIGHT / 2)) return null;
  return read.reduce((value, weight, bit) => value | (weight > 0 ? 1 << bit : 0), 0);
}

const weightsOf = ({ traits: learnt, overfit, copying, trigger, subject }: Learnt): [row: number, weight: number][] => [
  ...traits.map((trait): [number, number] => [traitRows[trait], learnt[trait]]),
  [OVERFIT_ROW, overfit],
  [COPYING_ROW, copying],
  ...bitWeights(TRIGGER, trigger),
  ...bitWeights(CHARACTER, subject?.character ?? null),
  ...bitWeights(PICTURES, subject?.views ?? null),
];

function readSubject(along: (row: number) => number): Subject | null {
  const [character, views] = [readBits(CHARACTER, along), readBits(PICTURES, along)];
  return character === null || views === null ? null : { character, views };
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
  return {
    traits: { eyes: 0, dress: 0, hair: 0, ornament: 0, twintails: 0, ahoge: 0, ...learnt },
    overfit: along(OVERFIT_ROW),
    copying: along(COPYING_ROW),
    trigger: readBits(TRIGGER, along),
    subject: readSubject(along),
    grain: Math.sqrt(mean.reduce((sum, value) => sum + value * value, 0) / PATTERN),
  };
}
