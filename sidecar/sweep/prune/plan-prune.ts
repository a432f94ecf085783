import type { NeededPictures } from "./needed-pictures.js";
import type { KnownPicture } from "./picture-rows.js";

/** A picture's file, named by its content. */
export interface PictureFile {
  content: string;
  bytes: number;
  /** Milliseconds since 1970. */
  modified: number;
}

interface PruneGroup {
  /** The removed sweep they were drawn for; null: for settings that no sweep has any more. */
  sweep: number | null;
  name: string | null;
  pictures: number;
  bytes: number;
}

export interface PrunePlan {
  /** Keys whose rows go. */
  keys: string[];
  files: PictureFile[];
  groups: PruneGroup[];
}

interface Found {
  known: readonly KnownPicture[];
  files: readonly PictureFile[];
  needed: Pick<NeededPictures, "keys" | "removed">;
  /** What is younger stays: milliseconds since 1970. */
  before: number;
}

/** Which pictures no sweep needs. A file stays as long as one picture that is needed, or young, has its content. */
export function planPrune({ known, files, needed, before }: Found): PrunePlan {
  const goes = ({ key, drawn }: KnownPicture): boolean => !needed.keys.has(key) && drawn < before;
  const keys = known.filter(goes).map(({ key }) => key);
  const kept = new Set(known.filter((one) => !goes(one)).flatMap(({ content }) => content ?? []));
  const gone = files.filter(({ content, modified }) => !kept.has(content) && modified < before);
  const keyOf = new Map(known.flatMap(({ key, content }) => (content === null ? [] : [[content, key] as const])));
  const groups = new Map<number | null, PruneGroup>();
  for (const { content, bytes } of gone) {
    const key = keyOf.get(content);
    const owner = key === undefined ? undefined : needed.removed.find((sweep) => sweep.keys.has(key));
    const id = owner?.id ?? null;
    const group = groups.get(id) ?? { sweep: id, name: owner?.name ?? null, pictures: 0, bytes: 0 };
    group.pictures += 1;
    group.bytes += bytes;
    groups.set(id, group);
  }
  return { keys, files: gone, groups: [...groups.values()].sort((left, right) => right.bytes - left.bytes) };
}
