import type { DrawRequest } from "../draw/draw-request.js";
import { canonicalRequest } from "./picture-key.js";
import type { CellGroup, ResolvedSweep } from "./resolved-sweep.js";

/** What a request means without its seed; null where a batch would mean something else: its variation seeds count up too. */
const withoutSeed = (request: DrawRequest): string | null =>
  request.variationStrength > 0 ? null : JSON.stringify({ ...canonicalRequest(request), seed: 0 });

/** Cells of a group that one request can draw: they differ in the seed alone, which counts up by one. */
export function seedBatches(sweep: ResolvedSweep, { cells }: Pick<CellGroup, "cells">, batchSize: number): number[][] {
  const batches: number[][] = [];
  let [next, meaning]: [number, string | null] = [-1, null];
  for (const index of cells) {
    const request = sweep.requestOf(index);
    if (request === null) continue;
    const own = batchSize > 1 ? withoutSeed(request) : null;
    const last = batches.at(-1);
    if (last && own !== null && own === meaning && request.seed === next && last.length < batchSize) last.push(index);
    else batches.push([index]);
    [next, meaning] = [request.seed + 1, own];
  }
  return batches;
}
