import { basename, dirname, join } from "node:path";
import type { ComparedPicture } from "../../../protocol/generated/methods.js";
import type { Result } from "../../../protocol/validate.js";
import { fileStamp } from "../../store/file-content.js";
import { sameStamp } from "../../store/move-files.js";
import { compareSnapshots } from "./compare/compare-snapshots.js";
import type { TrainedFolder } from "./compare/pair-folders.js";
import type { PicturePair, PlacedPicture } from "./compare/pair-pictures.js";
import type { DatasetSnapshot } from "./snapshot.js";

type Compared = Pick<Result<"training/compare">, "pictures" | "folders" | "captions">;
type Folder = Compared["folders"][number]["before"];

function pictureOf({ path, picture, regularisation }: PlacedPicture): ComparedPicture {
  const { bytes, modified } = picture;
  return {
    path,
    folder: dirname(path),
    name: basename(path),
    version: `${bytes}-${modified}`,
    there: sameStamp(fileStamp(path), { size: bytes, modified }),
    regularisation,
  };
}

const pairOf = ({ before, after }: PicturePair) => ({ before: pictureOf(before), after: pictureOf(after) });

const folderOf = (folder: TrainedFolder | null): Folder =>
  folder && {
    folder: folder.folder,
    repeats: folder.repeats,
    trigger: folder.trigger,
    regularisation: folder.regularisation,
    pictures: folder.pictures.length,
  };

const countOf = ({ sets }: DatasetSnapshot): number => sets.reduce((sum, { pictures }) => sum + pictures.length, 0);

/** What two runs were trained on, as a message holds it: lists end at the limit, counts are of all. */
export function wireDifference(before: DatasetSnapshot | null, after: DatasetSnapshot | null, limit: number): Compared {
  if (before === null || after === null) return { pictures: null, folders: [], captions: null };
  const { pictures, folders, captions, tags } = compareSnapshots(before, after);
  const { added, removed, changed, renamed, same } = pictures;
  const uncertain = [...before.sets, ...after.sets].flatMap(({ folder, pictures: all }) =>
    all.filter((picture) => picture.changed === true).map(({ name }) => join(folder, name)),
  );
  return {
    pictures: {
      before: countOf(before),
      after: countOf(after),
      same: same.length,
      uncertain: [...new Set(uncertain)].slice(0, limit),
      counts: {
        added: added.length,
        removed: removed.length,
        changed: changed.length,
        renamed: renamed.length,
      },
      added: added.slice(0, limit).map(pictureOf),
      removed: removed.slice(0, limit).map(pictureOf),
      changed: changed.slice(0, limit).map(pairOf),
      renamed: renamed.slice(0, limit).map(pairOf),
    },
    folders: folders.map((pair) => ({ before: folderOf(pair.before), after: folderOf(pair.after) })),
    captions: {
      changed: captions.length,
      reordered: captions.filter(({ reordered }) => reordered).length,
      pictures: captions.slice(0, limit).map(({ pair, before: old, after: now, ...rest }) => ({
        ...pairOf(pair),
        captions: [old, now],
        ...rest,
      })),
      tags: tags.slice(0, limit),
    },
  };
}
