import { spelling } from "../../tagging/choose/spelling.js";
import { tagsOf } from "../edits/caption-tags.js";
import type { TagMeasures } from "../edits/sort-tags.js";
import type { CaptionedPicture } from "./caption-set.js";

interface CountedTag {
  tag: string;
  images: number;
}

/** A tag of a caption and its spelling. */
interface SpelledTag {
  tag: string;
  key: string;
}

/**
 * The tags of a caption by their spelling, each once. Over many captions the same tags come again and again: what is worked
 * out for one is kept as long as the returned function is.
 */
export function spelledTags(): (text: string | null) => readonly SpelledTag[] {
  const spellings = new Map<string, SpelledTag>();
  const spelled = (tag: string): SpelledTag => {
    const known = spellings.get(tag);
    if (known) return known;
    const fresh = { tag, key: spelling(tag) };
    spellings.set(tag, fresh);
    return fresh;
  };
  return (text) => {
    if (text === null) return [];
    const here = new Set<string>();
    return tagsOf(text)
      .map(spelled)
      .filter(({ key }) => {
        if (key === "" || here.has(key)) return false;
        here.add(key);
        return true;
      });
  };
}

/** How many of these captions have each tag, in its most frequent spelling. */
export function countSpelled(captions: readonly (readonly SpelledTag[])[]): Map<string, CountedTag> {
  const counts = new Map<string, { images: number; spellings: Map<string, number> }>();
  for (const tags of captions) {
    for (const { tag, key } of tags) {
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

/** As `countSpelled`, of pictures. */
function countTags(pictures: readonly CaptionedPicture[]): Map<string, CountedTag> {
  const tagsIn = spelledTags();
  return countSpelled(pictures.map(({ text }) => tagsIn(text)));
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
