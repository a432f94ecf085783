import { dirname } from "node:path";
import type { Result } from "../../../protocol/validate.js";
import { spelling } from "../../tagging/choose/spelling.js";
import { CLIP_CHUNK } from "../assist/tokens.js";
import type { CaptionedPicture } from "./caption-set.js";
import { countSpelled, spelledTags } from "./tag-measures.js";

type Statistics = Result<"captions/stats">;

const TAGS_A_FOLDER = 12;

const folderOf = ({ name }: CaptionedPicture): string => {
  const folder = dirname(name);
  return folder === "." ? "" : folder;
};

type Tagged = ReturnType<ReturnType<typeof spelledTags>>;

const byFrequency = (captions: readonly Tagged[]): { tag: string; images: number }[] =>
  [...countSpelled(captions).values()].sort(
    (left, right) => right.images - left.images || (left.tag < right.tag ? -1 : 1),
  );

function folders(pictures: readonly CaptionedPicture[], tagged: readonly Tagged[]): Statistics["folders"] {
  const groups = new Map<string, Tagged[]>();
  for (const [index, picture] of pictures.entries()) {
    const folder = folderOf(picture);
    const known = groups.get(folder) ?? [];
    known.push(tagged[index] ?? []);
    groups.set(folder, known);
  }
  return [...groups].map(([folder, inside]) => ({
    folder,
    pictures: inside.length,
    tags: byFrequency(inside).slice(0, TAGS_A_FOLDER),
  }));
}

/** How many pictures have both of two tags, for the most frequent ones; the diagonal is a tag's own count. */
function together(captions: readonly Tagged[], tags: readonly string[]): Statistics["together"] {
  const place = new Map(tags.map((tag, index) => [spelling(tag), index]));
  const counts = tags.map(() => tags.map(() => 0));
  for (const caption of captions) {
    const here = caption.flatMap(({ key }) => place.get(key) ?? []);
    for (const left of here) {
      const row = counts[left];
      if (row) for (const right of here) row[right] = (row[right] ?? 0) + 1;
    }
  }
  return { tags: [...tags], counts };
}

interface StatisticsOptions {
  /** Tags listed at most. */
  limit: number;
  /** Tags in the table of those that stand together. */
  together: number;
  tokens(text: string): number;
  categoryOf(tag: string): string;
}

/** What the captions of these pictures say, most frequent tags first. */
export function statistics(pictures: readonly CaptionedPicture[], options: StatisticsOptions): Statistics {
  const tagsIn = spelledTags();
  const tagged = pictures.map(({ text }) => tagsIn(text));
  const tags = byFrequency(tagged);
  const { tokens, categoryOf } = options;
  const texts = pictures.flatMap(({ text }) => (text === null ? [] : [text]));
  return {
    pictures: pictures.length,
    captions: texts.length,
    untagged: tagged.filter((caption) => caption.length === 0).length,
    long: texts.filter((text) => tokens(text) > CLIP_CHUNK).length,
    different: tags.length,
    tags: tags
      .slice(0, options.limit)
      .map(({ tag, images }) => ({ tag, images, tokens: tokens(tag), category: categoryOf(tag) })),
    folders: folders(pictures, tagged),
    together: together(
      tagged,
      tags.slice(0, options.together).map(({ tag }) => tag),
    ),
  };
}
