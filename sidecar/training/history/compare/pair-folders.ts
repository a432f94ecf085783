import { basename } from "node:path";
import type { DatasetSnapshot, SnapshotSet } from "../snapshot.js";

/** A folder that was trained; one that several datasets name counts with the sum of its repeats. */
export type TrainedFolder = Omit<SnapshotSet, "dataset">;

export interface FolderPair {
  before: TrainedFolder | null;
  after: TrainedFolder | null;
}

export function trainedFolders({ sets }: DatasetSnapshot): TrainedFolder[] {
  const found = new Map<string, TrainedFolder>();
  for (const { dataset: _dataset, ...set } of sets) {
    const key = `${set.regularisation}\0${set.folder}`;
    const known = found.get(key);
    if (known) known.repeats += set.repeats;
    else found.set(key, { ...set });
  }
  return [...found.values()];
}

// `10_okara` with other repeats is `12_okara`.
const nameOf = ({ folder }: TrainedFolder): string => basename(folder).replace(/^\d+_/, "");

const shared = (one: TrainedFolder, other: TrainedFolder): number => {
  const hashes = new Set(one.pictures.map(({ sha256 }) => sha256));
  return other.pictures.filter(({ sha256 }) => sha256 !== null && hashes.has(sha256)).length;
};

/** Finds which folder of one run is which of the other: by path, by name, by the pictures that are in both. */
export function pairFolders(before: readonly TrainedFolder[], after: readonly TrainedFolder[]): FolderPair[] {
  const left = new Set(after);
  const found = new Map<TrainedFolder, TrainedFolder>();
  const pair = (fits: (one: TrainedFolder, other: TrainedFolder) => number): void => {
    for (const one of before) {
      if (found.has(one)) continue;
      const ranked = [...left]
        .filter((other) => other.regularisation === one.regularisation)
        .map((other) => ({ other, rank: fits(one, other) }))
        .filter(({ rank }) => rank > 0)
        .sort((first, second) => second.rank - first.rank);
      const [best] = ranked;
      if (!best) continue;
      found.set(one, best.other);
      left.delete(best.other);
    }
  };
  pair((one, other) => Number(one.folder === other.folder));
  pair((one, other) => Number(nameOf(one) === nameOf(other)));
  pair(shared);
  return [
    ...before.map((one) => ({ before: one, after: found.get(one) ?? null })),
    ...[...left].map((other) => ({ before: null, after: other })),
  ];
}
