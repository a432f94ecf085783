import type { SideCell } from "./drawn-of-side.js";

/** Pictures of two files at the same prompt, seed and strength, drawn alike in everything else. */
export type CellPair = readonly [first: SideCell, second: SideCell];

/** Pairs in the order of prompt, seed and strength; of a picture that several sweeps have, the first. */
export function pairCells(first: readonly SideCell[], second: readonly SideCell[]): CellPair[] {
  const others = new Map<string, SideCell>();
  for (const cell of second) if (!others.has(cell.key)) others.set(cell.key, cell);
  const seen = new Set<string>();
  const pairs = first.flatMap((cell): CellPair[] => {
    const other = others.get(cell.key);
    if (!other || seen.has(cell.key)) return [];
    seen.add(cell.key);
    return [[cell, other]];
  });
  const scenes = [...new Set(pairs.map(([{ scene }]) => scene))];
  return pairs.sort(
    ([one], [other]) =>
      scenes.indexOf(one.scene) - scenes.indexOf(other.scene) || one.seed - other.seed || one.strength - other.strength,
  );
}

/** Prompts and seeds at which both were drawn, whatever the strength: so many independent comparisons there are. */
export const comparisonsIn = (pairs: readonly CellPair[]): number =>
  new Set(pairs.map(([{ comparison }]) => comparison)).size;
