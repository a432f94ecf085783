import { tagsOf } from "../../../captions/edits/caption-tags.js";
import type { PicturePair } from "./pair-pictures.js";

export interface CaptionDifference {
  pair: PicturePair;
  /** null: none. */
  before: string | null;
  after: string | null;
  added: string[];
  removed: string[];
  /** True when tags that both have stand in another order. */
  reordered: boolean;
}

/** In how many captions a tag came or went. */
export interface TagChange {
  tag: string;
  added: number;
  removed: number;
}

/** Captions whose tags differ, in the pictures' order. */
export function compareCaptions(pairs: readonly PicturePair[]): CaptionDifference[] {
  return pairs.flatMap((pair) => {
    const [one, other] = [pair.before.picture.caption, pair.after.picture.caption];
    const [before, after] = [one?.text ?? null, other?.text ?? null];
    if (before === after) return [];
    const [old, now] = [[...new Set(tagsOf(before ?? ""))], [...new Set(tagsOf(after ?? ""))]];
    const removed = old.filter((tag) => !now.includes(tag));
    const added = now.filter((tag) => !old.includes(tag));
    const kept = old.filter((tag) => now.includes(tag));
    const order = now.filter((tag) => old.includes(tag));
    const reordered = kept.some((tag, index) => tag !== order[index]);
    // Only spaces or a line end.
    const isSame = added.length + removed.length === 0 && !reordered && (before === null) === (after === null);
    return isSame ? [] : [{ pair, before, after, added, removed, reordered }];
  });
}

/** The most changed first. */
export function sumTags(differences: readonly CaptionDifference[]): TagChange[] {
  const found = new Map<string, TagChange>();
  const of = (tag: string): TagChange => {
    const known = found.get(tag) ?? { tag, added: 0, removed: 0 };
    found.set(tag, known);
    return known;
  };
  for (const { added, removed } of differences) {
    for (const tag of added) of(tag).added += 1;
    for (const tag of removed) of(tag).removed += 1;
  }
  return [...found.values()].sort(
    (left, right) =>
      right.added + right.removed - (left.added + left.removed) ||
      (left.tag < right.tag ? -1 : Number(left.tag !== right.tag)),
  );
}
