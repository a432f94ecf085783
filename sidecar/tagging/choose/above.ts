import type { Label } from "../labels.js";
import type { TagScores } from "../scores/tag-scores.js";
import type { ChosenCategory, TagChoice } from "./choice.js";
import type { LabelText } from "./label-texts.js";
import { anyTagTest } from "./pattern.js";

export interface TakenTag {
  /** Index into the labels. */
  label: number;
  /** 0–1 */
  probability: number;
}

/** Characters found by MCut need at least this, as in the tagger author's own program. */
const MCUT_CHARACTER_FLOOR = 0.15;

/**
 * Maximum cut: the middle of the largest gap between neighbours of the falling probabilities.
 * Source: Largeron, Moulin, Géry, "MCut: A Thresholding Strategy for Multi-label Classification" (2012).
 * What was not kept (< 0.005) counts as 0. Returns 1 when there is nothing.
 */
export function mcutThreshold(probabilities: readonly number[]): number {
  const falling = [...probabilities, 0].sort((left, right) => right - left);
  let cut = { gap: 0, threshold: 1 };
  for (let index = 1; index < falling.length; index += 1) {
    const [above = 0, below = 0] = [falling[index - 1], falling[index]];
    if (above - below > cut.gap) cut = { gap: above - below, threshold: (above + below) / 2 };
  }
  return cut.threshold;
}

type Thresholds = Partial<Record<ChosenCategory, number>>;

/** The thresholds that MCut finds for one picture, or null when the choice does not ask for it. */
export function mcutThresholds(
  scores: TagScores,
  textOf: (label: number) => LabelText,
  { mcut }: TagChoice,
): Thresholds | null {
  if (!mcut.general && !mcut.character) return null;
  const of = (category: ChosenCategory): number[] =>
    [...scores.labels].flatMap((label, index) =>
      textOf(label).category === category ? [scores.probabilities[index] ?? 0] : [],
    );
  return {
    ...(mcut.general ? { general: mcutThreshold(of("general")) } : {}),
    ...(mcut.character ? { character: Math.max(mcutThreshold(of("character")), MCUT_CHARACTER_FLOOR) } : {}),
  };
}

/** A label that nothing takes: probabilities end at 1. */
const NEVER = 2;
/** A label that is taken wherever it was scored. */
const ALWAYS = -1;

/** The threshold of every label, in their order. @throws StudioError "badArguments" for a pattern */
export function labelThresholds(labels: readonly Label[], choice: TagChoice): Float64Array {
  const keeps = choice.keep.length > 0;
  const kept = anyTagTest(choice.keep);
  return Float64Array.from(labels, ({ name, category }) => {
    if (category === "rating") return NEVER;
    return keeps && kept(name) ? ALWAYS : (choice.thresholds[category] ?? NEVER);
  });
}

/** Tags strictly above their category's threshold, and those that are kept in any case; in label order. */
export function tagsAbove(
  { labels, probabilities }: TagScores,
  thresholds: Float64Array,
  found: { textOf: (label: number) => LabelText; mcut: Thresholds | null },
): TakenTag[] {
  const taken: TakenTag[] = [];
  for (let index = 0; index < labels.length; index += 1) {
    const label = labels[index] ?? 0;
    const probability = probabilities[index] ?? 0;
    let threshold = thresholds[label] ?? NEVER;
    if (found.mcut && threshold !== ALWAYS) {
      const { category } = found.textOf(label);
      threshold = category === "rating" ? NEVER : (found.mcut[category] ?? threshold);
    }
    if (probability > threshold) taken.push({ label, probability });
  }
  return taken;
}

const falling = (left: TakenTag, right: TakenTag): number =>
  right.probability - left.probability || left.label - right.label;

/** Characters first, then the rest, each by falling probability, equals in the model's order. */
export function charactersThenFalling(taken: readonly TakenTag[], textOf: (label: number) => LabelText): TakenTag[] {
  const isCharacter = ({ label }: TakenTag): boolean => textOf(label).category === "character";
  const characters = taken.filter(isCharacter).sort(falling);
  const rest = taken.filter((tag) => !isCharacter(tag)).sort(falling);
  return [...characters, ...rest];
}
