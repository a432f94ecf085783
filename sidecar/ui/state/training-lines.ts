import type { Run } from "./training.js";
import { type Point, pointsOf } from "./training-curve.js";
import type { Curve, RunCurves } from "./training-curves.js";

/** A line of a chart. */
export interface Line {
  /** The run's id and the trainer's name of the curve. */
  key: string;
  /** Place among the colours. */
  colour: number;
  points: Point[];
}

const find = (curves: readonly Curve[], kind: Curve["kind"]): Curve | undefined =>
  curves.find((one) => one.kind === kind && one.points.length > 0);

const lastStep = (points: Curve["points"]): number => points.at(-1)?.[0] ?? 0;

/** The loss of a run as its page knows it: of each step from event files, the average from whichever knows more. */
export function lossOf(
  run: Pick<Run, "losses">,
  told: RunCurves | undefined,
): { raw: Point[]; average: Point[]; source: Curve["source"] } {
  const raw = find(told?.curves ?? [], "loss");
  const average = find(told?.curves ?? [], "averageLoss");
  // The run itself is asked each second, its curves less often; their digits are better.
  const newer = average && lastStep(average.points) >= lastStep(run.losses) ? average.points : run.losses;
  return {
    raw: raw ? pointsOf(raw.points) : [],
    average: pointsOf(newer),
    source: raw ? "events" : "progress",
  };
}

/** What the curves of several runs can be compared by: the loss of each step where all have it, else the average. */
export function commonKind(all: readonly RunCurves[]): "loss" | "averageLoss" {
  return all.every(({ curves }) => find(curves, "loss") !== undefined) ? "loss" : "averageLoss";
}

/** One line a run, of one kind. */
export function linesOf(all: readonly RunCurves[], kind: Curve["kind"]): Line[] {
  return all.flatMap((one, colour) => {
    const curve = find(one.curves, kind);
    return curve ? [{ key: `${one.id} ${curve.tag}`, colour, points: pointsOf(curve.points) }] : [];
  });
}

/** All curves of a kind of one run, each with its own colour; those that repeat another one are left out. */
export function groupsOf({ curves }: RunCurves, kind: Curve["kind"]): { tag: string; points: Point[] }[] {
  const seen = new Set<string>();
  // `lr/group1` repeats `lr/unet`: the name that says more goes first.
  const named = curves
    .filter((one) => one.kind === kind && one.points.length > 0)
    .sort((left, right) => Number(/group/.test(left.tag)) - Number(/group/.test(right.tag)));
  return named.flatMap(({ tag, points }) => {
    const same = JSON.stringify(points);
    if (seen.has(same)) return [];
    seen.add(same);
    return [{ tag, points: pointsOf(points) }];
  });
}

/**
 * The settings in which runs differ, by name, each run's value in order; "" where it has none. One that only repeats another
 * (`unet_lr` after `learning_rate`) is left out.
 */
export function differences(all: readonly RunCurves[]): [name: string, values: string[]][] {
  const names = [...new Set(all.flatMap(({ settings }) => Object.keys(settings)))];
  return names
    .map((name): [string, string[]] => [name, all.map(({ settings }) => settings[name] ?? "")])
    .filter(([, values]) => new Set(values).size > 1)
    .filter(([, values], index, found) => found.findIndex(([, earlier]) => `${earlier}` === `${values}`) === index);
}

/** Points within a part of the steps, with one neighbour on each side, so that lines reach the borders. */
export function within(points: readonly Point[], [from, to]: readonly [number, number]): Point[] {
  const first = points.findIndex(({ step }) => step >= from);
  if (first < 0) return points.slice(-1);
  const after = points.findIndex(({ step }) => step > to);
  return points.slice(Math.max(0, first - 1), after < 0 ? points.length : after + 1);
}

/** A part that is half as wide, or twice, around a step; null where it would be all. */
export function zoomed(
  [from, to]: readonly [number, number],
  { around, by, total }: { around: number; by: number; total: number },
): readonly [number, number] | null {
  const width = Math.max(4, (to - from) * by);
  if (width >= total) return null;
  const start = Math.min(Math.max(0, around - ((around - from) / Math.max(1, to - from)) * width), total - width);
  return [Math.round(start), Math.round(start + width)];
}
