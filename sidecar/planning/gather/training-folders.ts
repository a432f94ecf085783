import { readdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { byNaturalName, repeatsOf } from "../../dataset/scan.js";
import { isTrained } from "../../dataset/trained-formats.js";
import type { PlanSubset } from "../plan.js";

export interface TrainingFolders {
  subsets: PlanSubset[];
  /** Folders with pictures whose names do not begin with repeats: passed over without a word. */
  withoutRepeats: string[];
  /** Pictures directly inside: passed over too. */
  direct: number;
}

/** `okara` of `10_okara`: the caption of a picture that has none. */
export const triggerOf = (folder: string): string | null => {
  const name = basename(folder);
  const at = name.indexOf("_");
  return at === -1 ? null : name.slice(at + 1).trim() || null;
};

/**
 * The folders that the trainer reads below `train_data_dir` or `reg_data_dir` (sd-scripts,
 * `config_util.generate_dreambooth_subsets_config_by_subdirs`).
 */
export async function trainingFolders(parent: string, regularisation: boolean): Promise<TrainingFolders> {
  const entries = (await readdir(parent, { withFileTypes: true })).sort((left, right) =>
    byNaturalName(left.name, right.name),
  );
  const found: TrainingFolders = {
    subsets: [],
    withoutRepeats: [],
    direct: entries.filter((entry) => entry.isFile() && isTrained(entry.name)).length,
  };
  for (const entry of entries) {
    if (!entry.isDirectory() || entry.name.startsWith(".")) continue;
    const folder = join(parent, entry.name);
    const repeats = repeatsOf(entry.name);
    if (repeats !== null && repeats > 0) {
      found.subsets.push({ folder, repeats, trigger: triggerOf(folder), regularisation, options: {} });
    } else if (repeats === null && (await readdir(folder)).some((name) => isTrained(name))) {
      found.withoutRepeats.push(folder);
    }
  }
  return found;
}
