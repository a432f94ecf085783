import { spelling } from "../../tagging/choose/spelling.js";
import { isProse, tagsOf, withTags } from "./caption-tags.js";

/**
 * Somebody else's caption with what was added and removed here. Null where that cannot be told: a file that is gone on
 * one side, or sentences on both.
 */
export function mergeCaptions(base: string | null, mine: string | null, theirs: string | null): string | null {
  if (mine === null || theirs === null) return null;
  if (isProse(mine) || isProse(theirs)) return null;
  const before = new Set(tagsOf(base ?? "").map(spelling));
  const now = new Set(tagsOf(mine).map(spelling));
  const kept = tagsOf(theirs).filter((tag) => now.has(spelling(tag)) || !before.has(spelling(tag)));
  const present = new Set(kept.map(spelling));
  const added = tagsOf(mine).filter((tag) => !before.has(spelling(tag)) && !present.has(spelling(tag)));
  return withTags(theirs, [...kept, ...added]);
}
