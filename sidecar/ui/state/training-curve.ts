import type { Run } from "./training.js";

export interface Point {
  step: number;
  least: number;
  mean: number;
  greatest: number;
}

export const pointsOf = (losses: Run["losses"]): Point[] =>
  losses.map(([step = 0, least = 0, mean = 0, greatest = 0]) => ({ step, least, mean, greatest }));

/** A moving average that begins at the first loss, as TensorBoard draws it. @param weight 0 leaves the line as it is */
export function smoothed(points: readonly Point[], weight: number): number[] {
  let sum = 0;
  let share = 0;
  return points.map(({ mean }) => {
    sum = sum * weight + mean * (1 - weight);
    share = share * weight + (1 - weight);
    return share === 0 ? mean : sum / share;
  });
}

/** The point nearest to a step. */
export function nearest(points: readonly Point[], step: number): number {
  let low = 0;
  let high = points.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.step ?? 0) < step) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [points[low - 1], points[low]];
  return before && after && step - before.step < after.step - step ? low - 1 : low;
}

interface Scale {
  /** 0 at the bottom, 1 at the top. */
  place(loss: number): number;
  ticks: number[];
}

function linearTicks(low: number, high: number): number[] {
  const rough = (high - low) / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  return Array.from({ length: count }, (_, index) => Number(((first + index) * step).toPrecision(6)));
}

function logTicks(low: number, high: number): number[] {
  const ticks: number[] = [];
  for (let power = 10 ** Math.floor(Math.log10(low)); power <= high; power *= 10) {
    for (const factor of [1, 2, 5]) {
      const tick = Number((factor * power).toPrecision(6));
      if (tick >= low && tick <= high) ticks.push(tick);
    }
  }
  return ticks.length < 2 ? linearTicks(low, high) : ticks;
}

// The average of the first few steps is the luck of single pictures: it must not flatten all that follows.
const FIRST_PART = 0.01;

/** Where losses lie; the least and the greatest have a little room around them. */
export function scaleOf(all: readonly Point[], logarithmic: boolean): Scale {
  const points = all.slice(Math.ceil(all.length < 50 ? 0 : all.length * FIRST_PART));
  const usable = logarithmic ? points.filter(({ least }) => least > 0) : points;
  let low = Math.min(...usable.map(({ least }) => least));
  let high = Math.max(...usable.map(({ greatest }) => greatest));
  if (!Number.isFinite(low) || !Number.isFinite(high)) [low, high] = [logarithmic ? 0.01 : 0, 1];
  // One single loss lies in the middle.
  if (high - low < 1e-9) [low, high] = [low * 0.9, high * 1.1 + 1e-6];
  if (logarithmic) {
    const [from, to] = [Math.log(low), Math.log(high)];
    const room = (to - from) * 0.05;
    const place = (loss: number): number => (Math.log(Math.max(loss, low / 10)) - from + room) / (to - from + 2 * room);
    return { place, ticks: logTicks(low, high) };
  }
  const room = (high - low) * 0.05;
  const place = (loss: number): number => (loss - low + room) / (high - low + 2 * room);
  return { place, ticks: linearTicks(low, high) };
}
