import { thresholds } from "./thresholds.js";

const round = (value: number): number => Math.round(value * 100) / 100;

/** Two gentler strengths to draw where pictures suffer from `from` on, none of them too weak to be of use; null for none. */
export function lowerStrengths(from: number): [number, number] | null {
  const least = Math.max(thresholds.leastUsable, from / 3);
  return from > least ? [round(least), round((least + from) / 2)] : null;
}
