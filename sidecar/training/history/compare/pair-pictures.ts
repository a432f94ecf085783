import { join } from "node:path";
import type { SnapshotPicture } from "../snapshot.js";
import type { FolderPair, TrainedFolder } from "./pair-folders.js";

export interface PlacedPicture {
  picture: SnapshotPicture;
  path: string;
  regularisation: boolean;
  /** Same for the same name in folders that belong together. */
  place: string;
}

export interface PicturePair {
  before: PlacedPicture;
  after: PlacedPicture;
}

export interface PairedPictures {
  /** Same place, same bytes. */
  same: PicturePair[];
  /** Same bytes under another name. */
  renamed: PicturePair[];
  /** Same place, other bytes. */
  changed: PicturePair[];
  removed: PlacedPicture[];
  added: PlacedPicture[];
}

const placed = (folder: TrainedFolder | null, index: number): PlacedPicture[] =>
  folder?.pictures.map((picture) => ({
    picture,
    path: join(folder.folder, picture.name),
    regularisation: folder.regularisation,
    place: `${index}\0${picture.name}`,
  })) ?? [];

/** Equal bytes, as far as is known: without a hash the time of change must do. */
function sameBytes({ picture: one }: PlacedPicture, { picture: other }: PlacedPicture): boolean {
  if (one.sha256 !== null && other.sha256 !== null) return one.sha256 === other.sha256;
  return one.bytes === other.bytes && one.modified === other.modified;
}

const hashKey = ({ picture: { sha256 }, regularisation }: PlacedPicture): string | null =>
  sha256 === null ? null : `${regularisation} ${sha256}`;

/** Finds which picture of one run is which of the other. */
export function pairPictures(folders: readonly FolderPair[]): PairedPictures {
  const before = folders.flatMap((pair, index) => placed(pair.before, index));
  const after = folders.flatMap((pair, index) => placed(pair.after, index));
  const found: PairedPictures = { same: [], renamed: [], changed: [], removed: [], added: [] };
  let leftBefore = before;
  let leftAfter = new Set(after);
  /** Takes pairs out of what is left, by a key that both have. */
  const take = (
    into: PicturePair[],
    keyOf: (one: PlacedPicture) => string | null,
    fits: (before: PlacedPicture, after: PlacedPicture) => boolean,
  ): void => {
    const byKey = new Map<string, PlacedPicture[]>();
    for (const one of leftAfter) {
      const key = keyOf(one);
      if (key === null) continue;
      const known = byKey.get(key);
      if (known) known.push(one);
      else byKey.set(key, [one]);
    }
    leftBefore = leftBefore.filter((one) => {
      const [other] = byKey.get(keyOf(one) ?? "") ?? [];
      if (!other || !fits(one, other)) return true;
      byKey.get(keyOf(one) ?? "")?.shift();
      leftAfter.delete(other);
      into.push({ before: one, after: other });
      return false;
    });
    leftAfter = new Set(leftAfter);
  };
  take(found.same, ({ place }) => place, sameBytes);
  // Names that were exchanged are two renamed pictures, not two changed ones.
  take(found.renamed, hashKey, () => true);
  take(
    found.changed,
    ({ place }) => place,
    () => true,
  );
  found.removed = leftBefore;
  found.added = [...leftAfter];
  return found;
}
