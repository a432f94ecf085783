import { readdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { repeatsOf } from "../../dataset/scan.js";
import { isTrained } from "../../dataset/trained-formats.js";
import { trainingFolders, triggerOf } from "../gather/training-folders.js";
import type { PlanDataset } from "../plan.js";

/** How a folder of pictures is given to the trainer. */
export interface DataLayout {
  /** `train_data_dir`, or null when the folders are named in a dataset file. */
  parent: string | null;
  datasets: PlanDataset[] | null;
  /** Paths of the pictures in each folder, with the repeats that its name says; null where it says none. */
  folders: { folder: string; repeats: number | null; pictures: string[] }[];
  trigger: string | null;
}

interface Wanted {
  /** Repeats for every folder in place of those of the names. */
  repeats: number | null;
  trigger: string | null;
  /** Whether the folder's parent may be looked into. */
  looksBeside: boolean;
  /** Repeats of a folder whose name has none. */
  usual(pictures: number): number;
}

const picturesIn = async (folder: string): Promise<string[]> =>
  (await readdir(folder)).filter((name) => isTrained(name)).map((name) => join(folder, name));

/** True when the trainer would find this folder below its parent, and nothing else. */
async function isAlone(folder: string): Promise<boolean> {
  const parent = dirname(folder);
  const beside = await readdir(parent, { withFileTypes: true }).catch(() => []);
  const named = beside.filter((entry) => entry.isDirectory() && repeatsOf(entry.name) !== null);
  return named.length === 1 && named[0]?.name === basename(folder);
}

/**
 * Chooses how the trainer is told of a folder: as the parent of `10_okara` folders where it is one, else by naming the
 * folders and their repeats, so that nothing has to be moved.
 */
export async function layOutData(
  folder: string,
  { repeats, trigger, looksBeside, usual }: Wanted,
): Promise<DataLayout> {
  const own = repeatsOf(basename(folder));
  const direct = await picturesIn(folder);
  const { subsets } = direct.length > 0 && own !== null ? { subsets: [] } : await trainingFolders(folder, false);
  const plain = subsets.length === 0;
  const folders = plain
    ? [{ folder, repeats: own, pictures: direct }]
    : await Promise.all(
        subsets.map(async (subset) => ({
          folder: subset.folder,
          repeats: subset.repeats,
          pictures: await picturesIn(subset.folder),
        })),
      );
  const first = folders[0]?.folder ?? folder;
  const named = trigger ?? (repeatsOf(basename(first)) === null ? basename(first) : triggerOf(first));
  const asNamed = folders.every((one) => one.repeats !== null && (repeats === null || one.repeats === repeats));
  if (asNamed && !plain) return { parent: folder, datasets: null, folders, trigger: named };
  if (asNamed && looksBeside && (await isAlone(folder)))
    return { parent: dirname(folder), datasets: null, folders, trigger: named };
  const dataset: PlanDataset = {
    options: {},
    subsets: folders.map((one) => ({
      folder: one.folder,
      repeats: repeats ?? one.repeats ?? usual(one.pictures.length),
      trigger: trigger ?? (one.repeats === null ? named : triggerOf(one.folder)),
      regularisation: false,
      options: {},
    })),
  };
  return { parent: null, datasets: [dataset], folders, trigger: named };
}
