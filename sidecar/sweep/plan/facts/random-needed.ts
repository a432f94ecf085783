import { axisNamed } from "../axes/axis-catalogue.js";
import { seedRules } from "../fixed-axes.js";
import type { SweepSettings } from "../resolved-sweep.js";
import { readNumbers } from "../values/read-numbers.js";

const randomOnes = (written: string): number =>
  readNumbers(written, seedRules).values.filter(({ text }) => text === "-1").length;

/** How many random numbers stand for values of -1: seeds, variation seeds, and a variation whose seed nobody named. */
export function randomNeeded({ seeds, axes }: Pick<SweepSettings, "seeds" | "axes">): number {
  const variations = axes.filter(({ axis }) => axisNamed(axis)?.id === "varSeed");
  return randomOnes(seeds) + variations.reduce((sum, { values }) => sum + randomOnes(values), 0) + 1;
}
