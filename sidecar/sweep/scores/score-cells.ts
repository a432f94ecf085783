import { collapseOf, type NormalRanges, normalRanges, type StatisticName } from "./collapse.js";
import type { PictureEvidence, ScoredCell, SweepEvidence } from "./evidence.js";
import { meanOf } from "./interval.js";
import { centroidOf, likenessTo, rarity } from "./likeness.js";
import { changeBetween, type Nearest, nearestAmong, unlikeness } from "./near-copies.js";
import { promptTags } from "./prompt-tags.js";
import { findTraits, type Trait, type Traits } from "./traits.js";

/** One cell's scores, each as difference to the control at the same prompt and seed; null where it cannot be told. */
export interface CellScores {
  cell: ScoredCell;
  /** −1–1; of cells whose prompt has the trigger. */
  traitRecall: number | null;
  /** −1–1; of prompts with tags that the taggers know. */
  promptKept: number | null;
  /** −1–1 */
  bleed: number | null;
  /** Spreads beyond what is normal; 0 or more for a cell, less where the control was worse. */
  collapse: number | null;
  collapsedBy: StatisticName | null;
  /** Correlation with the nearest training picture, −1–1, minus the control's. */
  copying: number | null;
  /** Nearness itself, and which of the trained pictures it is. */
  nearest: Nearest | null;
  /** −1–1 */
  likeness: number | null;
  /** How unlike the other seeds of its scene it is, 0–2, minus the control's; null for one seed. */
  diversity: number | null;
  /** Mean difference to the control, 0–255, of the pictures at 24 × 24. */
  change: number | null;
  /** Probability of each trait minus the control's, in the order of traits; NaN where the prompt names it. */
  traits: readonly number[];
}

export interface ScoredSweep {
  traits: Traits;
  cells: readonly CellScores[];
  /** Trait recall of the training pictures minus that of the controls: what a LoRA can reach. Null without either. */
  ceiling: number | null;
  /** Nearness to their own nearest of the training pictures, in their order; empty for fewer than two. */
  trainingNearness: readonly number[];
  /** Mean unlikeness among the training pictures, and among the controls of a scene; null where there are too few. */
  trainingDiversity: number | null;
  controlDiversity: number | null;
  /** Tags of each prompt that are known, by comparison. */
  promptTags: ReadonlyMap<number, ReadonlySet<string>>;
  /** Scores were taken of prompts without the trigger, as no prompt has it. */
  triggerMissing: boolean;
}

type Tags = PictureEvidence["tags"];

/** Σ w·p ÷ Σ w over the traits that the prompt does not name (design, "The sums"); null where it names all. */
function traitRecall(tags: Tags, traits: readonly Trait[], named: ReadonlySet<string>): number | null {
  let [sum, weights] = [0, 0];
  for (const { tag, weight, counts } of traits) {
    if (!counts || named.has(tag)) continue;
    sum += weight * (tags.get(tag) ?? 0);
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

const promptRecall = (tags: Tags, asked: ReadonlySet<string>): number | null =>
  asked.size === 0 ? null : meanOf([...asked].map((tag) => tags.get(tag) ?? 0));

function unaskedShare(tags: Tags, unasked: ReadonlyMap<string, number>, asked: ReadonlySet<string>): number | null {
  let [sum, weights] = [0, 0];
  for (const [tag, weight] of unasked) {
    if (asked.has(tag)) continue;
    sum += weight * (tags.get(tag) ?? 0);
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

const difference = (one: number | null, other: number | null): number | null =>
  one === null || other === null ? null : one - other;

const none: ReadonlySet<string> = new Set();

/** Unlikeness of each cell to the other seeds of its scene, by LoRA and strength. Controls are counted once, as LoRA −1. */
function unlikenessOf(cells: readonly ScoredCell[]): ReadonlyMap<ScoredCell, number> {
  const groups = new Map<string, ScoredCell[]>();
  for (const cell of cells) {
    const key = `${cell.strengthIndex === 0 ? -1 : cell.lora} ${cell.strengthIndex} ${cell.scene}`;
    const group = groups.get(key) ?? [];
    if (!group.some(({ comparison }) => comparison === cell.comparison)) group.push(cell);
    groups.set(key, group);
  }
  const found = new Map<ScoredCell, number>();
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    const values = unlikeness(group.map(({ evidence }) => evidence));
    for (const [place, cell] of group.entries()) found.set(cell, values[place] ?? 0);
  }
  return found;
}

function rangesOf({ training }: SweepEvidence, controls: readonly ScoredCell[]): NormalRanges | null {
  return normalRanges([...controls, ...training].map(({ evidence }) => evidence.statistics));
}

/** Scores every cell from what its pixels and tags show; a pure function. */
export function scoreCells(evidence: SweepEvidence): ScoredSweep {
  const { cells, training } = evidence;
  // A LoRA shows and copies what it learnt from; pictures that were held back only tell how like it they are.
  const trained = training.filter(({ heldOut }) => !heldOut);
  const controlOf = new Map(
    cells.filter(({ strengthIndex }) => strengthIndex === 0).map((cell) => [cell.comparison, cell]),
  );
  const controls = [...controlOf.values()];
  const asked = new Map<number, ReadonlySet<string>>();
  const byPrompt = new Map<string, ReadonlySet<string>>();
  for (const { comparison, prompt } of cells) {
    const tags = byPrompt.get(prompt) ?? promptTags(prompt, evidence);
    byPrompt.set(prompt, tags);
    asked.set(comparison, tags);
  }
  const traits =
    trained.length === 0
      ? { traits: [], leftOut: [], unasked: new Map() }
      : findTraits({ ...evidence, training: trained }, asked);
  const triggerMissing = cells.length > 0 && cells.every(({ hasTrigger }) => !hasTrigger);

  const heldOut = training.filter((picture) => picture.heldOut);
  const compared = (heldOut.length >= 3 ? heldOut : training).map((picture) => picture.evidence.tags);
  const weights = rarity([...training, ...controls].map((one) => one.evidence.tags));
  const centroid = centroidOf(compared, weights);
  const likeness = (tags: Tags): number | null => (compared.length === 0 ? null : likenessTo(tags, centroid, weights));

  const nearest = nearestAmong(trained.map((picture) => picture.evidence.thumb));
  const nearestOf = new Map(controls.map((control) => [control, nearest(control.evidence)]));
  const unlike = unlikenessOf(cells);
  const ranges = rangesOf(evidence, controls);

  const scored = cells.map((cell): CellScores => {
    const control = controlOf.get(cell.comparison) ?? null;
    const named = asked.get(cell.comparison) ?? none;
    const [own, other] = [cell.evidence.tags, control?.evidence.tags ?? null];
    const against = (score: (tags: Tags) => number | null): number | null =>
      other === null ? null : difference(score(own), score(other));
    const recall = against((tags) => traitRecall(tags, traits.traits, named));
    const withTrigger = cell.hasTrigger || triggerMissing;
    const background = against((tags) => unaskedShare(tags, traits.unasked, named));
    const collapse = ranges === null ? null : collapseOf(cell.evidence.statistics, ranges);
    const controlCollapse = ranges && control ? collapseOf(control.evidence.statistics, ranges).excess : null;
    const near = nearest(cell.evidence);
    const controlNear = control === null ? null : (nearestOf.get(control)?.nearness ?? null);
    const unlikeControl = control === null ? null : (unlike.get(control) ?? null);
    return {
      cell,
      traitRecall: withTrigger ? recall : null,
      promptKept: against((tags) => promptRecall(tags, named)),
      bleed: withTrigger || recall === null ? background : Math.max(recall, background ?? recall),
      collapse: difference(collapse?.excess ?? null, controlCollapse),
      collapsedBy: collapse?.by ?? null,
      copying: difference(near?.nearness ?? null, controlNear),
      nearest: near,
      likeness: against(likeness),
      diversity: difference(unlike.get(cell) ?? null, unlikeControl),
      change: control === null ? null : changeBetween(cell.evidence.thumb, control.evidence.thumb),
      traits: traits.traits.map(({ tag }) =>
        named.has(tag) || other === null || !withTrigger ? Number.NaN : (own.get(tag) ?? 0) - (other.get(tag) ?? 0),
      ),
    };
  });

  const looks = trained.map((picture) => picture.evidence);
  const recalls = (pictures: readonly { evidence: PictureEvidence }[]): number[] =>
    pictures.flatMap((one) => traitRecall(one.evidence.tags, traits.traits, none) ?? []);
  const [reached, given] = [recalls(trained), recalls(controls)];
  const controlUnlike = controls.flatMap((control) => unlike.get(control) ?? []);
  return {
    traits,
    cells: scored,
    ceiling: reached.length === 0 || given.length === 0 ? null : meanOf(reached) - meanOf(given),
    trainingNearness: looks.length < 2 ? [] : looks.flatMap((look, place) => nearest(look, place)?.nearness ?? []),
    trainingDiversity: looks.length < 2 ? null : meanOf(unlikeness(looks)),
    controlDiversity: controlUnlike.length === 0 ? null : meanOf(controlUnlike),
    promptTags: asked,
    triggerMissing,
  };
}
