import { type Html, html } from "../html.js";
import { pixel, scaleOf } from "./scale.js";

interface Interval {
  mean: number;
  low: number;
  high: number;
}

export interface MeasuredStrength {
  /** The strength, as it is written. */
  label: string;
  good: boolean;
  /** Differences to the control by measure; a measure that is not known is missing. */
  measures: Readonly<Record<string, Interval>>;
}

// Differences of shares; what a picture that falls apart measures beyond that lies on the edge.
const [LOWEST, HIGHEST] = [-0.5, 1];

const [HEIGHT, LEFT, RIGHT, TOP, FOOT, COLUMN] = [180, 44, 10, 8, 24, 62];

/** Measures of one checkpoint by strength: a dot for the mean, a line for its interval, a ground where the strength is good. */
export function intervalChart(
  strengths: readonly MeasuredStrength[],
  { names, label, figure }: { names: readonly string[]; label: string; figure(value: number): string },
): Html {
  const width = LEFT + RIGHT + COLUMN * Math.max(1, strengths.length);
  const scale = scaleOf([LOWEST, HIGHEST], [HEIGHT - FOOT, TOP]);
  const y = { ...scale, at: (value: number): number => scale.at(Math.min(HIGHEST, Math.max(LOWEST, value))) };
  const dot = (name: string, { mean, low: least, high: most }: Interval, x: number): Html =>
    html`<g class="${name}"><line x1="${pixel(x)}" x2="${pixel(x)}" y1="${pixel(y.at(least))}" y2="${pixel(y.at(most))}"/><circle cx="${pixel(x)}" cy="${pixel(y.at(mean))}" r="3.5"/></g>`;
  return html`<svg viewBox="0 0 ${width} ${HEIGHT}" width="${width}" height="${HEIGHT}" role="img" aria-label="${label}">${strengths.map(
    ({ good }, column) =>
      good &&
      html`<rect class="band" x="${LEFT + column * COLUMN}" y="${TOP}" width="${COLUMN}" height="${HEIGHT - TOP - FOOT}"/>`,
  )}${y.ticks.map(
    (tick) =>
      html`<line class="rule" x1="${LEFT}" x2="${width - RIGHT}" y1="${pixel(y.at(tick))}" y2="${pixel(y.at(tick))}"/><text x="${LEFT - 6}" y="${pixel(y.at(tick) + 4)}" text-anchor="end">${figure(tick)}</text>`,
  )}${strengths.map(({ label: text, measures }, column) => {
    const middle = LEFT + column * COLUMN + COLUMN / 2;
    const known = names.flatMap((name, place) => {
      const found = measures[name];
      return found ? [dot(name, found, middle + (place - (names.length - 1) / 2) * 12)] : [];
    });
    return html`${known}<text x="${middle}" y="${HEIGHT - 6}" text-anchor="middle">${text}</text>`;
  })}</svg>`;
}
