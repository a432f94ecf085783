import type { DatasetSnapshot } from "../snapshot.js";
import { type CaptionDifference, compareCaptions, sumTags, type TagChange } from "./compare-captions.js";
import { type FolderPair, pairFolders, trainedFolders } from "./pair-folders.js";
import { type PairedPictures, pairPictures } from "./pair-pictures.js";

export interface SnapshotDifference {
  pictures: PairedPictures;
  /** Pairs that differ in being there, repeats or trigger. */
  folders: FolderPair[];
  captions: CaptionDifference[];
  tags: TagChange[];
}

const differs = ({ before, after }: FolderPair): boolean =>
  before === null || after === null || before.repeats !== after.repeats || before.trigger !== after.trigger;

/** What two runs were trained on, beside each other: pictures by their bytes, captions by their tags. */
export function compareSnapshots(before: DatasetSnapshot, after: DatasetSnapshot): SnapshotDifference {
  const folders = pairFolders(trainedFolders(before), trainedFolders(after));
  const pictures = pairPictures(folders);
  const captions = compareCaptions([...pictures.same, ...pictures.renamed, ...pictures.changed]);
  return { pictures, folders: folders.filter(differs), captions, tags: sumTags(captions) };
}
