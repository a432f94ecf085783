import { type Html, html } from "../html.js";
import { pixel, scaleOf } from "./scale.js";

type Point = readonly [step: number, value: number];

export interface Curve {
  points: readonly Point[];
  tone: "line" | "faint";
}

interface Shape {
  curves: readonly Curve[];
  /** Last step of the run. */
  steps: number;
  /** Steps of saved files. */
  marks: readonly number[];
  /** What the chart shows, for who cannot see it. */
  label: string;
  height: number;
  figure(value: number): string;
  number(value: number): string;
}

const WIDTH = 980;
const [LEFT, RIGHT, TOP, FOOT] = [70, 12, 8, 24];
// More points than pixels draw nothing more.
const MOST_POINTS = 700;
// The average of the first few steps is the luck of single pictures: it must not flatten all that follows.
const FIRST_PART = 0.01;

function thinned(points: readonly Point[]): Point[] {
  const every = Math.max(1, Math.ceil(points.length / MOST_POINTS));
  return points.filter((_, index) => index % every === 0 || index === points.length - 1);
}

/** Values of a run by step, as a drawing. */
export function curveChart({ curves, steps, marks, label, height, figure, number }: Shape): Html {
  const seen = curves.flatMap(({ points }) => points.slice(Math.floor(points.length * FIRST_PART)));
  const values = seen.map(([, value]) => value).filter(Number.isFinite);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const x = scaleOf([0, Math.max(1, steps)], [LEFT, WIDTH - RIGHT]);
  const y = scaleOf([low, high], [height - FOOT, TOP]);
  const inside = (value: number): number => Math.min(height - FOOT, Math.max(TOP, y.at(value)));
  const path = (points: readonly Point[]): string =>
    thinned(points)
      .map(([step, value]) => `${pixel(x.at(step))},${pixel(inside(value))}`)
      .join(" ");
  const base = pixel(height - FOOT);
  return html`<svg viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" role="img" aria-label="${label}">${y.ticks.map(
    (tick) =>
      html`<line class="rule" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${pixel(y.at(tick))}" y2="${pixel(y.at(tick))}"/><text x="${LEFT - 8}" y="${pixel(y.at(tick) + 4)}" text-anchor="end">${figure(tick)}</text>`,
  )}${marks.map((step) => html`<line class="mark" x1="${pixel(x.at(step))}" x2="${pixel(x.at(step))}" y1="${TOP}" y2="${base}"/>`)}${curves.map(
    ({ points, tone }) => html`<polyline class="${tone}" points="${path(points)}"/>`,
  )}${x.ticks.map((tick) => html`<text x="${pixel(x.at(tick))}" y="${height - 6}" text-anchor="middle">${number(tick)}</text>`)}</svg>`;
}
