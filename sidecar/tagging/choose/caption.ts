import type { TagScores } from "../scores/tag-scores.js";
import { charactersThenFalling, type TakenTag } from "./above.js";
import type { TagChoice } from "./choice.js";
import type { LabelText } from "./label-texts.js";

type TextOf = (label: number) => LabelText;

/** What stays of the tags above the thresholds: not excluded, no overlap, at most `maxTags` (kept ones before others). */
export function choosable(above: readonly TakenTag[], textOf: TextOf, choice: TagChoice): TakenTag[] {
  const allowed = above.filter(({ label }) => !textOf(label).excluded);
  const covered = new Set(choice.dropOverlaps ? allowed.flatMap(({ label }) => textOf(label).covers) : []);
  const distinct = choice.dropOverlaps
    ? allowed.filter(({ label }) => !covered.has(textOf(label).name.replaceAll("_", " ")))
    : allowed;
  if (choice.maxTags === null || distinct.length <= choice.maxTags) return distinct;
  const weight = ({ label, probability }: TakenTag): number => probability + (textOf(label).kept ? 1 : 0);
  return [...distinct].sort((left, right) => weight(right) - weight(left)).slice(0, choice.maxTags);
}

const alphabetical = new Intl.Collator("en", { numeric: true });

/** A tag with all that decides its place. */
interface PlacedTag extends TakenTag {
  text: LabelText;
  /** Tags that always come first, then characters where they lead, then the rest. */
  group: number;
}

const REST = Number.POSITIVE_INFINITY;

/** The caption's order: those that always lead, then characters if they go first, then by the order asked for. */
function inOrder(chosen: readonly TakenTag[], textOf: TextOf, { order, charactersFirst }: TagChoice): PlacedTag[] {
  const placed = chosen.map(({ label, probability }): PlacedTag => {
    const text = textOf(label);
    const behind = charactersFirst && text.category === "character" ? Number.MAX_VALUE : REST;
    return { label, probability, text, group: text.leads ?? behind };
  });
  const compare = {
    confidence: (left: PlacedTag, right: PlacedTag) => right.probability - left.probability,
    model: () => 0,
    alphabetical: (left: PlacedTag, right: PlacedTag) => alphabetical.compare(left.text.name, right.text.name),
  }[order];
  return placed.sort((left, right) => {
    // Not their difference: it has no value where both are infinite.
    if (left.group !== right.group) return left.group < right.group ? -1 : 1;
    return compare(left, right) || left.label - right.label;
  });
}

/** The most probable rating's name, or null when the model gives none. */
function ratingOf(scores: TagScores, textOf: TextOf): TakenTag | null {
  let best: TakenTag | null = null;
  for (let index = 0; index < scores.labels.length; index += 1) {
    const tag = { label: scores.labels[index] ?? 0, probability: scores.probabilities[index] ?? 0 };
    if (textOf(tag.label).category === "rating" && tag.probability > (best?.probability ?? 0)) best = tag;
  }
  return best;
}

/** A caption from the tags chosen for a picture, each text once, where it stands first. */
export function writeCaption(
  chosen: readonly TakenTag[],
  scores: TagScores,
  { textOf, choice }: { textOf: TextOf; choice: TagChoice },
): string {
  const texts = new Set(choice.addFirst);
  const write = (text: LabelText, probability: number): void => {
    for (const one of text.texts) texts.add(choice.weights ? `(${one}:${probability.toFixed(2)})` : one);
  };
  const rating = choice.rating === "none" ? null : ratingOf(scores, textOf);
  if (rating && choice.rating === "first") write(textOf(rating.label), rating.probability);
  for (const { text, probability } of inOrder(chosen, textOf, choice)) write(text, probability);
  if (rating && choice.rating === "last") write(textOf(rating.label), rating.probability);
  for (const text of choice.addLast) texts.add(text);
  return [...texts].join(choice.separator);
}

/** One picture's tags and ratings by the names of the model's list, as reports show them. */
export interface SelectedTags {
  /** 0–1 by name. */
  rating: Record<string, number>;
  /** All above the thresholds, characters first, by falling probability. */
  tags: { tag: string; category: string; probability: number }[];
}

export function selectedTags(above: readonly TakenTag[], scores: TagScores, textOf: TextOf): SelectedTags {
  const rating: Record<string, number> = {};
  for (let index = 0; index < scores.labels.length; index += 1) {
    const { category, name } = textOf(scores.labels[index] ?? 0);
    if (category === "rating") rating[name] = scores.probabilities[index] ?? 0;
  }
  const tags = charactersThenFalling(above, textOf).map(({ label, probability }) => {
    const { name: tag, category } = textOf(label);
    return { tag, category, probability };
  });
  return { rating, tags };
}
