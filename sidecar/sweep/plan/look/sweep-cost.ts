import type { DrawRequest } from "../../draw/draw-request.js";
import { cellGroups, countMerges } from "../cell-groups.js";
import type { ResolvedSweep } from "../resolved-sweep.js";
import { seedBatches } from "../seed-batches.js";
import { type DrawnExample, shapeOf, workOf } from "./drawn-before.js";

// A drawn PNG of flat anime art has about so many bytes a pixel; used until some were drawn here.
const USUAL_BYTES_PER_PIXEL = 1.3;
const ENOUGH_EXAMPLES = 3;

export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [left, right] = [sorted[middle - 1], sorted[middle]];
  if (right === undefined) return null;
  return sorted.length % 2 === 1 || left === undefined ? right : (left + right) / 2;
}

/** Seconds that a picture takes, from those drawn on this machine: of the same kind, else by steps × pixels. Null: none was. */
export function secondsFor(request: DrawRequest, examples: readonly DrawnExample[]): number | null {
  const same = examples.filter(({ shape }) => shape === shapeOf(request)).map(({ seconds }) => seconds);
  if (same.length >= ENOUGH_EXAMPLES) return median(same);
  const perWork = median(examples.map(({ seconds, work }) => seconds / work));
  return perWork === null ? null : perWork * workOf(request);
}

export interface SweepCost {
  pictures: number;
  reused: number;
  toDraw: number;
  requests: number;
  merges: number;
  secondsPerPicture: number | null;
  seconds: number | null;
  bytes: number;
}

export interface CostFacts {
  drawn: ReadonlySet<string>;
  examples: readonly DrawnExample[];
  /** Measured of pictures that were drawn here; null: none was. */
  bytesPerPixel: number | null;
  /** Seeds that one request draws. */
  batchSize(request: DrawRequest): number;
  /** WebUIs that draw beside each other, where they are named. */
  hands?: number;
}

/** What is left to draw and what that takes, in the order of drawing. */
export function sweepCost(
  sweep: ResolvedSweep,
  { drawn, examples, bytesPerPixel, batchSize, hands = 1 }: CostFacts,
): SweepCost {
  const pictures = new Set<string>();
  for (let index = 0; index < sweep.cellCount; index += 1) {
    const key = sweep.keyOf(index);
    if (key !== null) pictures.add(key);
  }
  const groups = cellGroups(sweep, (index) => !drawn.has(sweep.keyOf(index) ?? ""));
  const requests = groups.reduce((sum, group) => {
    const first = sweep.requestOf(group.cells[0] ?? 0);
    return sum + seedBatches(sweep, group, first === null ? 1 : batchSize(first)).length;
  }, 0);
  const shapes = new Map<string, { request: DrawRequest; count: number }>();
  let pixels = 0;
  for (const index of groups.flatMap(({ cells }) => cells)) {
    const request = sweep.requestOf(index);
    if (request === null) continue;
    pixels += request.width * request.height * (request.hires?.scale ?? 1) ** 2;
    const known = shapes.get(shapeOf(request));
    if (known) known.count += 1;
    else shapes.set(shapeOf(request), { request, count: 1 });
  }
  const times = [...shapes.values()].map(({ request, count }) => {
    const seconds = secondsFor(request, examples);
    return seconds === null ? null : seconds * count;
  });
  const toDraw = groups.reduce((sum, { cells }) => sum + cells.length, 0);
  const known = times.filter((time) => time !== null);
  const seconds = known.length === times.length ? known.reduce((sum, time) => sum + time, 0) : null;
  return {
    pictures: pictures.size,
    reused: pictures.size - toDraw,
    toDraw,
    requests,
    merges: countMerges(groups),
    secondsPerPicture: seconds === null || toDraw === 0 ? null : seconds / toDraw,
    seconds: seconds === null ? null : seconds / Math.max(1, hands),
    bytes: Math.ceil(pixels * (bytesPerPixel ?? USUAL_BYTES_PER_PIXEL)),
  };
}
