import { readdir, readFile, stat } from "node:fs/promises";
import { cacheEntry, folderNames, hubCaches, modelFolders, type Surroundings, surroundings } from "./model-places.js";
import type { RepositoryModel } from "./repository-model.js";

export interface FoundModel {
  /** The folder that holds the files. */
  folder: string;
  where: "cache" | "own" | "webui";
  bytes: number;
}

/** Bytes of the files together, or null when one is missing or empty. */
export async function sizeOfAll(paths: readonly string[]): Promise<number | null> {
  let bytes = 0;
  for (const path of paths) {
    const found = await stat(path).catch(() => null);
    if (!found?.isFile() || found.size === 0) return null;
    bytes += found.size;
  }
  return bytes;
}

/** What a folder holds; nothing for one that is not there. */
export const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** Snapshot folders of a repository in a cache, the one that `main` means first. */
async function snapshots(cache: string, repository: string, { path }: Surroundings): Promise<string[]> {
  const entry = path.join(cache, cacheEntry(repository));
  const main = await readFile(path.join(entry, "refs", "main"), "utf8").catch(() => "");
  const names = await namesIn(path.join(entry, "snapshots"));
  const sorted = names.sort((left, right) => Number(right === main.trim()) - Number(left === main.trim()));
  return sorted.map((name) => path.join(entry, "snapshots", name));
}

/** Finds a model in any place where the user's programs keep such; null when it is nowhere whole. */
export async function findModel(
  model: RepositoryModel,
  around: Surroundings = surroundings(),
): Promise<FoundModel | null> {
  const { path } = around;
  const { own, webui } = modelFolders(around);
  const look = async (folders: string[], where: FoundModel["where"]): Promise<FoundModel | null> => {
    for (const folder of folders) {
      const bytes = await sizeOfAll(model.files.map((file) => path.join(folder, file)));
      if (bytes !== null) return { folder, where, bytes };
    }
    return null;
  };
  const inside = (folder: string): string[] =>
    folderNames(model.name, model.repository).flatMap((name) => [
      path.join(folder, name, model.folder),
      path.join(folder, name),
    ]);
  const cached = async (cache: string): Promise<string[]> =>
    (await snapshots(cache, model.repository, around)).map((snapshot) => path.join(snapshot, model.folder));
  for (const cache of [...hubCaches(around), ...own]) {
    const found = await look(await cached(cache), "cache");
    if (found) return found;
  }
  for (const folder of own) {
    const found = await look([...inside(folder), ...(holds(folder, model, around) ? [folder] : [])], "own");
    if (found) return found;
  }
  for (const folder of webui) {
    const found = await look([...(await cached(folder)), ...inside(folder)], "webui");
    if (found) return found;
  }
  return null;
}

/** A folder that the user named may be the model's own, by its name. */
const holds = (folder: string, model: RepositoryModel, { path }: Surroundings): boolean =>
  folderNames(model.name, model.repository).includes(path.basename(folder));
