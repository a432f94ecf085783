import { foldSpelling } from "../../tagging/choose/spelling.js";
import { type ListedTag, translationIn } from "./tag-lists.js";

export interface VocabularyOption {
  tag: string;
  count: number;
  category: string;
  /** By which other name it was found. */
  alias?: string;
  translation?: string;
}

interface Entry extends ListedTag {
  spelled: string;
  translation: string | undefined;
}

/** The same tag of several lists, with the largest count and everybody's aliases. */
function merge(lists: readonly (readonly ListedTag[])[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { tag, count, category, aliases } of lists.flat()) {
    const key = foldSpelling(tag);
    const known = entries.get(key);
    if (known) {
      known.count = Math.max(known.count, count);
      known.aliases = [...known.aliases, ...aliases];
      known.translation ??= translationIn(aliases);
    } else entries.set(key, { tag: key, count, category, aliases, spelled: key, translation: translationIn(aliases) });
  }
  return [...entries.values()].sort((left, right) => right.count - left.count);
}

/** Which of the stretches that begin at `starts` (ascending) a place is in. */
function entryAt(starts: readonly number[], place: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Lists of tags made ready for completion: most used first, underscores and spaces alike. */
export function createVocabulary(lists: readonly (readonly ListedTag[])[]) {
  const entries = merge(lists);
  // All names in one text, so that the engine's own search finds them; no name has a line break.
  const names = entries.map(({ spelled: own, aliases }) => `\n${[own, ...aliases.map(foldSpelling)].join("\n")}`);
  const text = names.join("");
  const starts: number[] = [0];
  for (const name of names) starts.push((starts.at(-1) ?? 0) + name.length);

  /** Entries with this in a name, most used first, at most so many beyond those known. */
  function addFound(found: Set<number>, wanted: string, limit: number): void {
    let place = text.indexOf(wanted);
    while (place !== -1 && found.size < limit) {
      const index = entryAt(starts, place);
      found.add(index);
      place = text.indexOf(wanted, starts[index + 1]);
    }
  }

  function option(index: number, wanted: string): VocabularyOption[] {
    const entry = entries[index];
    if (!entry) return [];
    const { tag, count, category, aliases, translation } = entry;
    const alias = entry.spelled.includes(wanted)
      ? undefined
      : aliases.find((one) => foldSpelling(one).includes(wanted) && one !== translation);
    return [
      {
        tag,
        count,
        category,
        ...(alias === undefined ? {} : { alias }),
        ...(translation === undefined ? {} : { translation }),
      },
    ];
  }

  return {
    size: entries.length,
    /** Tags that begin with the text, then those with a word that does, then those that contain it; aliases count. */
    complete(typed: string, limit: number): VocabularyOption[] {
      const wanted = foldSpelling(typed.trim()).replaceAll(/\s+/g, " ");
      if (wanted === "") return [];
      const found = new Set<number>();
      for (const before of ["\n", " ", ""]) addFound(found, `${before}${wanted}`, limit);
      return [...found].flatMap((index) => option(index, wanted));
    },
  };
}
