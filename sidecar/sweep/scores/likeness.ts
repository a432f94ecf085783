import type { PictureEvidence } from "./evidence.js";

type Tags = PictureEvidence["tags"];

/** Weight of each tag by how rare it is: what every picture has tells nothing (Spärck Jones 1972, inverse document frequency). */
export function rarity(pictures: readonly Tags[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const tags of pictures) for (const [tag, probability] of tags) sums.set(tag, (sums.get(tag) ?? 0) + probability);
  return new Map([...sums].map(([tag, sum]) => [tag, Math.log((pictures.length + 1) / (sum + 1)) + 0.1]));
}

/** The mean of weighted tag vectors, of length 1. */
export function centroidOf(
  pictures: readonly Tags[],
  weights: ReadonlyMap<string, number>,
): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const tags of pictures) {
    for (const [tag, probability] of tags) {
      sums.set(tag, (sums.get(tag) ?? 0) + probability * (weights.get(tag) ?? 0));
    }
  }
  const length = Math.sqrt([...sums.values()].reduce((sum, value) => sum + value * value, 0));
  return new Map([...sums].map(([tag, sum]) => [tag, length === 0 ? 0 : sum / length]));
}

/** Cosine between a picture's weighted tags and a vector of length 1, 0–1. */
export function likenessTo(
  tags: Tags,
  centroid: ReadonlyMap<string, number>,
  weights: ReadonlyMap<string, number>,
): number {
  let [product, squares] = [0, 0];
  for (const [tag, probability] of tags) {
    const value = probability * (weights.get(tag) ?? 0);
    squares += value * value;
    product += value * (centroid.get(tag) ?? 0);
  }
  return squares === 0 ? 0 : product / Math.sqrt(squares);
}
