import { type Point, scaleOf } from "../../../state/training-curve.js";
import { within } from "../../../state/training-lines.js";

export const LEFT = 56;
export const RIGHT = 12;
const TOP = 10;
const FOOT = 26;

/** Where steps and values lie in a chart. */
export interface Frame {
  width: number;
  height: number;
  top: number;
  base: number;
  domain: readonly [number, number];
  ticks: number[];
  x(step: number): number;
  y(value: number): number;
  path(points: readonly Point[], heightOf: (point: Point, index: number) => number): string;
}

interface Shape {
  width: number;
  height: number;
  domain: readonly [number, number];
  /** All that the chart shows; what lies outside the domain does not stretch it. */
  points: readonly Point[];
  logarithmic: boolean;
}

export function frameOf({ width, height, domain, points, logarithmic }: Shape): Frame {
  const [from, to] = domain;
  const base = height - FOOT;
  const isAll = from === 0;
  const visible = points.filter(({ step }) => step >= from && step <= to);
  // Zoomed between two points there is still a line to be seen.
  const scale = scaleOf(visible.length > 1 || isAll ? visible : within(points, domain), logarithmic);
  const x = (step: number): number => LEFT + ((width - LEFT - RIGHT) * (step - from)) / Math.max(1, to - from);
  const y = (value: number): number => base - (base - TOP) * scale.place(value);
  return {
    width,
    height,
    top: TOP,
    base,
    domain,
    ticks: scale.ticks,
    x,
    y,
    path: (drawn, heightOf) =>
      drawn.map((point, index) => `${x(point.step).toFixed(1)},${y(heightOf(point, index)).toFixed(1)}`).join(" "),
  };
}

/** The step under a pointer. */
export function stepAt(pixel: number, { width, domain: [from, to] }: Pick<Frame, "width" | "domain">): number {
  const part = (pixel - LEFT) / (width - LEFT - RIGHT);
  return Math.round(from + Math.min(1, Math.max(0, part)) * (to - from));
}
