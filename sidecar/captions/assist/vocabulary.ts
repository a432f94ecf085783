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

const spelled = (tag: string): string => tag.replaceAll("_", " ").toLowerCase();

/** The same tag of several lists, with the largest count and everybody's aliases. */
function merge(lists: readonly (readonly ListedTag[])[]): Entry[] {
  const entries = new Map<string, Entry>();
  for (const { tag, count, category, aliases } of lists.flat()) {
    const key = spelled(tag);
    const known = entries.get(key);
    if (known) {
      known.count = Math.max(known.count, count);
      known.aliases = [...known.aliases, ...aliases];
      known.translation ??= translationIn(aliases);
    } else entries.set(key, { tag: key, count, category, aliases, spelled: key, translation: translationIn(aliases) });
  }
  return [...entries.values()].sort((left, right) => right.count - left.count);
}

/** Lists of tags made ready for completion: most used first, underscores and spaces alike. */
export function createVocabulary(lists: readonly (readonly ListedTag[])[]) {
  const entries = merge(lists);
  // All names in one text each, so that one search of it tells whether an entry is worth a closer look.
  const names = entries.map(({ spelled: own, aliases }) => `\n${[own, ...aliases.map(spelled)].join("\n")}`);
  return {
    size: entries.length,
    /** Tags that begin with the text, then those with a word that does, then those that contain it; aliases count. */
    complete(text: string, limit: number): VocabularyOption[] {
      const wanted = spelled(text.trim());
      if (wanted === "") return [];
      const ranks: VocabularyOption[][] = [[], [], []];
      for (const [index, entry] of entries.entries()) {
        const all = names[index] ?? "";
        if (!all.includes(wanted)) continue;
        const rank = all.includes(`\n${wanted}`) ? 0 : all.includes(` ${wanted}`) ? 1 : 2;
        const group = ranks[rank];
        if (!group || group.length >= limit) {
          if (rank === 0) break;
          continue;
        }
        const { tag, count, category, aliases, translation } = entry;
        const alias = entry.spelled.includes(wanted)
          ? undefined
          : aliases.find((one) => spelled(one).includes(wanted) && one !== translation);
        group.push({
          tag,
          count,
          category,
          ...(alias === undefined ? {} : { alias }),
          ...(translation === undefined ? {} : { translation }),
        });
      }
      return ranks.flat().slice(0, limit);
    },
  };
}
