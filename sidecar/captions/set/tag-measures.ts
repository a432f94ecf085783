import { spelling } from "../../tagging/choose/spelling.js";
import { tagsOf } from "../edits/caption-tags.js";
import type { TagMeasures } from "../edits/sort-tags.js";
import type { CaptionedPicture } from "./caption-set.js";

/** How many pictures have each tag, in its most frequent spelling. */
export function countTags(pictures: readonly CaptionedPicture[]): Map<string, { tag: string; images: number }> {
  const counts = new Map<string, { images: number; spellings: Map<string, number> }>();
  for (const { text } of pictures) {
    if (text === null) continue;
    const here = new Set<string>();
    for (const tag of tagsOf(text)) {
      const key = spelling(tag);
      if (key === "" || here.has(key)) continue;
      here.add(key);
      const known = counts.get(key) ?? { images: 0, spellings: new Map<string, number>() };
      known.images += 1;
      known.spellings.set(tag, (known.spellings.get(tag) ?? 0) + 1);
      counts.set(key, known);
    }
  }
  const commonest = (spellings: Map<string, number>): string =>
    [...spellings].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
  return new Map([...counts].map(([key, { images, spellings }]) => [key, { tag: commonest(spellings), images }]));
}

/** Counts are worked out when first asked for. */
export function tagMeasures(pictures: readonly CaptionedPicture[], tokens: (text: string) => number): TagMeasures {
  let counts: ReturnType<typeof countTags> | null = null;
  return {
    images: (tag) => {
      counts ??= countTags(pictures);
      return counts.get(spelling(tag))?.images ?? 0;
    },
    tokens,
  };
}
