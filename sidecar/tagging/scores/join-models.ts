import type { Label } from "../labels.js";
import type { TagScores } from "./tag-scores.js";

/**
 * How the scores of several models become one, tag by tag, over the models that know the tag:
 * `union` the highest, so a tag is taken where any model takes it; `intersection` the lowest, where all do;
 * `mean` the mean by weight; `maximum` the highest after weighting (the heaviest model counts in full).
 */
export const joinModes = ["union", "intersection", "mean", "maximum"] as const;
export type JoinMode = (typeof joinModes)[number];

export interface JoinedModels {
  labels: Label[];
  /** One picture's scores, one entry a model, joined; labels rising. */
  join(scores: readonly TagScores[]): TagScores;
  /** For each model, its own label → the joined one. */
  places: Uint32Array[];
  /** For each joined label, which models know it (indexes). */
  knownBy: number[][];
}

const same = ({ name, category }: Label): string => `${category}\n${name}`;

function joinedLabels(models: readonly (readonly Label[])[]): Pick<JoinedModels, "labels" | "places" | "knownBy"> {
  const labels: Label[] = [];
  const knownBy: number[][] = [];
  const places = new Map<string, number>();
  const own = models.map((modelLabels, model) =>
    Uint32Array.from(modelLabels, (label) => {
      const place = places.get(same(label)) ?? labels.push(label) - 1;
      places.set(same(label), place);
      const known = knownBy[place] ?? [];
      knownBy[place] = known.includes(model) ? known : [...known, model];
      return place;
    }),
  );
  return { labels, places: own, knownBy };
}

/** One model's scores in the joined labels' numbering, as a look-up. */
function byPlace(scores: TagScores, places: Uint32Array | undefined): Map<number, number> {
  const found = new Map<number, number>();
  for (let index = 0; index < scores.labels.length; index += 1) {
    found.set(places?.[scores.labels[index] ?? 0] ?? 0, scores.probabilities[index] ?? 0);
  }
  return found;
}

/** Weights are those of the models that know the tag, the heaviest being 1. */
function joinedProbability(values: readonly number[], weights: readonly number[], mode: JoinMode): number {
  if (mode === "union") return Math.max(...values);
  if (mode === "intersection") return Math.min(...values);
  if (mode === "maximum") return Math.max(...values.map((value, index) => value * (weights[index] ?? 0)));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.reduce((sum, value, index) => sum + value * (weights[index] ?? 0), 0) / total;
}

/** Joins models by tag name and category. `weights` are above 0, one for each model. */
export function joinModels(
  models: readonly (readonly Label[])[],
  { mode, weights }: { mode: JoinMode; weights: readonly number[] },
): JoinedModels {
  const [only] = models;
  if (models.length === 1 && only) {
    const places = [Uint32Array.from(only, (_, index) => index)];
    const nothing: TagScores = { labels: new Uint32Array(), probabilities: new Float32Array() };
    return { labels: [...only], places, knownBy: only.map(() => [0]), join: ([scores]) => scores ?? nothing };
  }
  const { labels, places, knownBy } = joinedLabels(models);
  const heaviest = Math.max(...weights);
  const join = (scores: readonly TagScores[]): TagScores => {
    const found = scores.map((one, model) => byPlace(one, places[model]));
    const touched = [...new Set(found.flatMap((one) => [...one.keys()]))].sort((left, right) => left - right);
    const probabilities = touched.map((place) => {
      const knowing = knownBy[place] ?? [];
      // Below what is kept, a score counts as 0.
      const values = knowing.map((model) => found[model]?.get(place) ?? 0);
      const theirs = knowing.map((model) => (weights[model] ?? 1) / heaviest);
      return joinedProbability(values, theirs, mode);
    });
    return { labels: Uint32Array.from(touched), probabilities: Float32Array.from(probabilities) };
  };
  return { labels, places, knownBy, join };
}

export interface Disagreement {
  tag: string;
  /** 0–1, one for each model in their order; null where the model does not know the tag. */
  probabilities: (number | null)[];
}

/**
 * Tags of one picture on which the models that know them differ: one takes it, another is at least `margin` below its
 * threshold. The widest first.
 */
export function disagreements(
  joined: JoinedModels,
  scores: readonly TagScores[],
  { thresholdOf, margin }: { thresholdOf: (label: Label) => number | null; margin: number },
): Disagreement[] {
  const found = scores.map((one, model) => byPlace(one, joined.places[model]));
  const places = new Set(found.flatMap((one) => [...one.keys()]));
  const listed: (Disagreement & { spread: number })[] = [];
  for (const place of places) {
    const label = joined.labels[place];
    const knowing = joined.knownBy[place] ?? [];
    const threshold = label ? thresholdOf(label) : null;
    if (!label || threshold === null || knowing.length < 2) continue;
    const values = knowing.map((model) => found[model]?.get(place) ?? 0);
    const [highest, lowest] = [Math.max(...values), Math.min(...values)];
    if (highest <= threshold || lowest > threshold - margin) continue;
    const probabilities = scores.map((_, model) => (knowing.includes(model) ? (found[model]?.get(place) ?? 0) : null));
    listed.push({ tag: label.name, probabilities, spread: highest - lowest });
  }
  return listed
    .sort((left, right) => right.spread - left.spread)
    .map(({ tag, probabilities }) => ({ tag, probabilities }));
}
