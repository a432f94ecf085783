import { dirname } from "node:path";
import type { Result } from "../../../protocol/validate.js";
import { spelling } from "../../tagging/choose/spelling.js";
import { CLIP_CHUNK } from "../assist/tokens.js";
import { tagsOf } from "../edits/caption-tags.js";
import type { CaptionedPicture } from "./caption-set.js";
import { countTags } from "./tag-measures.js";

type Statistics = Result<"captions/stats">;

const TAGS_A_FOLDER = 12;

const folderOf = ({ name }: CaptionedPicture): string => {
  const folder = dirname(name);
  return folder === "." ? "" : folder;
};

function byFrequency(pictures: readonly CaptionedPicture[]): { tag: string; images: number }[] {
  return [...countTags(pictures).values()].sort(
    (left, right) => right.images - left.images || (left.tag < right.tag ? -1 : 1),
  );
}

function folders(pictures: readonly CaptionedPicture[]): Statistics["folders"] {
  const groups = new Map<string, CaptionedPicture[]>();
  for (const picture of pictures) {
    const folder = folderOf(picture);
    const known = groups.get(folder);
    if (known) known.push(picture);
    else groups.set(folder, [picture]);
  }
  return [...groups].map(([folder, inside]) => ({
    folder,
    pictures: inside.length,
    tags: byFrequency(inside).slice(0, TAGS_A_FOLDER),
  }));
}

/** How many pictures have both of two tags, for the most frequent ones; the diagonal is a tag's own count. */
function together(pictures: readonly CaptionedPicture[], tags: readonly string[]): Statistics["together"] {
  const place = new Map(tags.map((tag, index) => [spelling(tag), index]));
  const counts = tags.map(() => tags.map(() => 0));
  for (const { text } of pictures) {
    if (text === null) continue;
    const here = [...new Set(tagsOf(text).flatMap((tag) => place.get(spelling(tag)) ?? []))];
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
  const tags = byFrequency(pictures);
  const { tokens, categoryOf } = options;
  const texts = pictures.flatMap(({ text }) => (text === null ? [] : [text]));
  return {
    pictures: pictures.length,
    captions: texts.length,
    untagged: pictures.filter(({ text }) => text === null || tagsOf(text).length === 0).length,
    long: texts.filter((text) => tokens(text) > CLIP_CHUNK).length,
    different: tags.length,
    tags: tags
      .slice(0, options.limit)
      .map(({ tag, images }) => ({ tag, images, tokens: tokens(tag), category: categoryOf(tag) })),
    folders: folders(pictures),
    together: together(
      pictures,
      tags.slice(0, options.together).map(({ tag }) => tag),
    ),
  };
}
