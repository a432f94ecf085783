import { spelling } from "../../tagging/choose/spelling.js";

/** Where added tags go: before all others, after them, or before the one at this place (1 is the first). */
export type AddAt = "first" | "last" | number;

const sameTag = (left: string, right: string): boolean => spelling(left) === spelling(right);

/**
 * Adds what is missing; a tag that is there already stays where it is, or moves with `move`.
 */
export function addTags(
  tags: readonly string[],
  added: readonly string[],
  { at, move }: { at: AddAt; move: boolean },
): string[] {
  const fresh = added.map((tag) => tag.trim()).filter(Boolean);
  const wanted = fresh.filter((tag, index) => fresh.findIndex((other) => sameTag(other, tag)) === index);
  const present = (tag: string): boolean => tags.some((other) => sameTag(other, tag));
  const coming = move ? wanted : wanted.filter((tag) => !present(tag));
  const staying = move ? tags.filter((tag) => !wanted.some((other) => sameTag(other, tag))) : [...tags];
  // A tag that moves keeps its own spelling.
  const spelled = coming.map((tag) => tags.find((other) => sameTag(other, tag)) ?? tag);
  const place = at === "first" ? 0 : at === "last" ? staying.length : Math.min(at - 1, staying.length);
  return [...staying.slice(0, place), ...spelled, ...staying.slice(place)];
}

/** The first of tags with the same spelling. */
export function withoutDuplicates(tags: readonly string[]): string[] {
  const seen = new Set<string>();
  return tags.filter((tag) => {
    const key = spelling(tag);
    if (key === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
