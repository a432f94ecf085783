import type { Label, LabelCategory } from "./labels.js";

interface SelectedTag {
  tag: string;
  category: LabelCategory;
  /** 0–1 */
  probability: number;
}

export interface SelectedTags {
  rating: Record<string, number>;
  tags: SelectedTag[];
}

/**
 * Tags strictly above their category's threshold, as the tagger author's own program takes them: characters first,
 * then general tags, each by falling probability, equals in the model's order. Ratings are reported, never selected.
 */
export function selectTags(
  probabilities: Float32Array,
  labels: readonly Label[],
  thresholds: { general: number; character: number },
): SelectedTags {
  const rating: Record<string, number> = {};
  const characters: SelectedTag[] = [];
  const general: SelectedTag[] = [];
  for (const [index, { name, category }] of labels.entries()) {
    const probability = probabilities[index] ?? 0;
    if (category === "rating") rating[name] = probability;
    if (category === "character" && probability > thresholds.character)
      characters.push({ tag: name, category, probability });
    if (category === "general" && probability > thresholds.general) general.push({ tag: name, category, probability });
  }
  const falling = (left: SelectedTag, right: SelectedTag): number => right.probability - left.probability;
  return { rating, tags: [...characters.sort(falling), ...general.sort(falling)] };
}
