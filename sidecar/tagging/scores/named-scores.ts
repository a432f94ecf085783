import type { Label } from "../labels.js";
import type { TagScores } from "./tag-scores.js";

export interface NamedScores {
  /** Ratings by name, 0–1. */
  rating: Record<string, number>;
  /** All others, highest first. */
  tags: { tag: string; category: string; probability: number }[];
}

/** One picture's scores by name. */
export function namedScores({ labels, probabilities }: TagScores, known: readonly Label[]): NamedScores {
  const rows = [...labels].map((label, index) => {
    const { name: tag, category } = known[label] ?? { name: `label ${label}`, category: "other" };
    return { tag, category, probability: probabilities[index] ?? 0 };
  });
  const ratings = rows.filter(({ category }) => category === "rating");
  return {
    rating: Object.fromEntries(ratings.map(({ tag, probability }) => [tag, probability])),
    tags: rows
      .filter(({ category }) => category !== "rating")
      .sort((left, right) => right.probability - left.probability),
  };
}
