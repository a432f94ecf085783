import { dirname, join } from "node:path";
import { localRoots } from "../../host/roots.js";
import { trainedDatasets } from "../../planning/gather/data-facts.js";
import { localPaths } from "../../planning/gather/local-paths.js";
import type { Database } from "../../store/database.js";
import { pathMappings } from "../../store/path-mappings.js";
import { type DatasetSnapshot, readSnapshot } from "../../training/history/snapshot.js";
import { oneRun } from "../../training/runs/run-table.js";

/** Whether a run learnt from a picture. @param content SHA-256 of its bytes, hex, where it is known */
export type IsTrained = (path: string, content?: string | null) => boolean;

/** By what was recorded before the first step: the same file, or a copy of it under another name. */
function trainedBySnapshot({ sets }: Pick<DatasetSnapshot, "sets">): IsTrained {
  const [paths, contents] = [new Set<string>(), new Set<string>()];
  for (const { folder, pictures } of sets) {
    for (const { name, sha256 } of pictures) {
      paths.add(join(folder, name));
      if (sha256 !== null) contents.add(sha256);
    }
  }
  return (path, content) => paths.has(path) || (typeof content === "string" && contents.has(content));
}

interface Where {
  database: Database;
  stateFolder: string;
}

/** @returns null where it is not known */
async function trainedInRun({ database, stateFolder }: Where, run: number): Promise<IsTrained | null> {
  const { meant } = oneRun(database, run);
  const snapshot = await readSnapshot(join(stateFolder, "runs", String(run))).catch(() => null);
  if (snapshot !== null && snapshot.sets.length > 0) return trainedBySnapshot(snapshot);
  // A run's paths are this machine's already.
  const paths = localPaths(localRoots(), pathMappings(database));
  const found = await trainedDatasets(meant.plan, { paths }).catch(() => null);
  const folders = new Set(found?.datasets.flatMap(({ subsets }) => subsets.map(({ folder }) => folder)));
  return folders.size === 0 ? null : (path) => folders.has(dirname(path));
}

/** A run and those that it went on from, the latest first; one that is gone ends the line. */
function lineage(database: Database, run: number): number[] {
  const runs = [run];
  for (let parent = oneRun(database, run).meant.parent; parent !== null && !runs.includes(parent); ) {
    runs.push(parent);
    try {
      parent = oneRun(database, parent).meant.parent;
    } catch {
      break;
    }
  }
  return runs;
}

/**
 * Which pictures a run learnt from, regularisation included, and those that it went on from: by what was recorded, and for older
 * runs by the folders that its plan names. Null where neither is known of the run itself.
 * @throws StudioError "notFound" for a run that is not there
 */
export async function trainedPictures(where: Where, run: number): Promise<IsTrained | null> {
  const [own, ...parents] = lineage(where.database, run);
  const isTrained = own === undefined ? null : await trainedInRun(where, own);
  if (isTrained === null) return null;
  // A parent that was removed is not known any more.
  const before = await Promise.all(parents.map((parent) => trainedInRun(where, parent).catch(() => null)));
  return (path, content) => isTrained(path, content) || before.some((one) => one?.(path, content) === true);
}
