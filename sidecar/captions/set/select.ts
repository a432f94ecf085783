import type { Database } from "../../store/database.js";
import { spelling } from "../../tagging/choose/spelling.js";
import { tagsOf } from "../edits/caption-tags.js";
import { compileFilter } from "../filter/compile.js";
import type { FilterSubject } from "../filter/subject.js";
import type { CaptionedPicture } from "./caption-set.js";
import { duplicatePaths, type PictureSize, scoresByTag } from "./facts.js";

export interface Selection {
  /** In the filter language; blank for all. */
  filter: string;
  /** Selected pictures by name, or null when nothing was said of a selection. */
  names: readonly string[] | null;
}

export interface FactSources {
  database: Database;
  sizes(pictures: readonly CaptionedPicture[]): Promise<Map<string, PictureSize>>;
  tokens(text: string): number;
}

const memo = <T>(work: () => T): (() => T) => {
  let known: { value: T } | null = null;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
};

/**
 * The pictures that a filter and a selection show, in the folder's order. Facts are read only when the filter asks.
 * @throws StudioError "badFilter" for a filter that cannot be read
 */
export async function selectPictures(
  pictures: readonly CaptionedPicture[],
  { filter, names }: Selection,
  { database, sizes, tokens }: FactSources,
): Promise<CaptionedPicture[]> {
  const { matches, needs } = compileFilter(filter);
  const selected = names === null ? null : new Set(names);
  // A selection that the filter does not speak of narrows what it shows.
  const narrowed = selected === null || needs.selection ? pictures : pictures.filter(({ name }) => selected.has(name));
  if (filter.trim() === "") return [...narrowed];
  const sizeOf = needs.sizes ? await sizes(narrowed) : new Map<string, PictureSize>();
  const duplicates = needs.duplicates ? await duplicatePaths(database, pictures) : new Set<string>();
  const scoresOf = scoresByTag(database);
  const subject = ({ path, name, repeats, text }: CaptionedPicture): FilterSubject => {
    const scores = memo(() => scoresOf(path));
    return {
      name,
      repeats,
      caption: text,
      tags: memo(() => (text === null ? [] : tagsOf(text))),
      tokens: memo(() => (text === null ? 0 : tokens(text))),
      size: () => sizeOf.get(path) ?? null,
      // A tag below the least score worth keeping was scored all the same.
      score: (tag) => (scores() === null ? null : (scores()?.scores.get(spelling(tag)) ?? 0)),
      isDuplicate: () => duplicates.has(path),
      isSelected: () => selected?.has(name) === true,
    };
  };
  return narrowed.filter((picture) => matches(subject(picture)));
}
