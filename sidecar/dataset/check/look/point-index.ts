import { bitCount } from "./frequency-hash.js";
import type { Look } from "./look.js";

const CHUNKS = 4;
const VALUES = 0x10000;
// Bits in which descriptions of one place may differ.
const MOST_DIFFERENT = 10;
// A description that so many places share (an edge, a letter) tells nothing.
const CROWDED = 64;

/** The points of many pictures, one after the other. */
export interface PointIndex {
  picture: Int32Array;
  level: Uint8Array;
  x: Float32Array;
  y: Float32Array;
  /** First point of each picture, and the number of all at the end. */
  from: Int32Array;
  high: Int32Array;
  low: Int32Array;
  /** Calls `found` for each point of a picture before `picture` whose description is like the given one, once. */
  similar(high: number, low: number, picture: number, found: (point: number) => void): void;
}

/** Sixteen of the 64 bits, numbered so that the four parts do not meet. */
function chunk(high: number, low: number, part: number): number {
  const word = part < 2 ? high : low;
  return part * VALUES + ((part % 2 === 0 ? word : word >>> 16) & 0xffff);
}

/** An index of descriptions by each quarter of their bits: two that differ in few bits mostly have one quarter in common. */
export function indexPoints(looks: readonly Look[]): PointIndex {
  const from = new Int32Array(looks.length + 1);
  for (const [place, { points }] of looks.entries()) from[place + 1] = (from[place] ?? 0) + points.length;
  const count = from[looks.length] ?? 0;
  const [picture, high, low] = [new Int32Array(count), new Int32Array(count), new Int32Array(count)];
  const [level, x, y] = [new Uint8Array(count), new Float32Array(count), new Float32Array(count)];
  const starts = new Int32Array(CHUNKS * VALUES + 1);
  let at = 0;
  for (const [place, { points }] of looks.entries()) {
    for (const point of points) {
      picture[at] = place;
      level[at] = point.level;
      x[at] = point.x;
      y[at] = point.y;
      high[at] = point.high;
      low[at] = point.low;
      for (let part = 0; part < CHUNKS; part += 1) {
        const value = chunk(point.high, point.low, part) + 1;
        starts[value] = (starts[value] ?? 0) + 1;
      }
      at += 1;
    }
  }
  for (let value = 1; value < starts.length; value += 1)
    starts[value] = (starts[value] ?? 0) + (starts[value - 1] ?? 0);
  const next = starts.slice();
  const entries = new Int32Array(CHUNKS * count);
  for (let point = 0; point < count; point += 1) {
    for (let part = 0; part < CHUNKS; part += 1) {
      const value = chunk(high[point] ?? 0, low[point] ?? 0, part);
      entries[next[value] ?? 0] = point;
      next[value] = (next[value] ?? 0) + 1;
    }
  }
  const seen = new Int32Array(count);
  let turn = 0;
  const similar: PointIndex["similar"] = (wantedHigh, wantedLow, before, found) => {
    turn += 1;
    for (let part = 0; part < CHUNKS; part += 1) {
      const value = chunk(wantedHigh, wantedLow, part);
      const [start, end] = [starts[value] ?? 0, starts[value + 1] ?? 0];
      if (end - start > CROWDED) continue;
      for (let entry = start; entry < end; entry += 1) {
        const point = entries[entry] ?? 0;
        // Points lie in the order of their pictures.
        if ((picture[point] ?? 0) >= before) break;
        if (seen[point] === turn) continue;
        seen[point] = turn;
        const bits = bitCount((high[point] ?? 0) ^ wantedHigh) + bitCount((low[point] ?? 0) ^ wantedLow);
        if (bits <= MOST_DIFFERENT) found(point);
      }
    }
  };
  return { picture, level, x, y, from, high, low, similar };
}
