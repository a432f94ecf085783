import type { Label, LabelCategory } from "../../sidecar/tagging/labels.js";
import { type TagScores, worthKeeping } from "../../sidecar/tagging/scores/tag-scores.js";

/** Labels from `category:name` words; without a category it is a general one. */
export const labelsOf = (...words: string[]): Label[] =>
  words.map((word) => {
    const [first = "", name] = word.split(":");
    const categories: LabelCategory[] = ["rating", "general", "character", "copyright", "artist", "other"];
    const category = categories.find((known) => known === first);
    return name !== undefined && category ? { name, category } : { name: word, category: "general" };
  });

/** Scores in label order, what is too small left out. */
export const scoresOf = (...probabilities: number[]): TagScores => worthKeeping(Float32Array.from(probabilities));
