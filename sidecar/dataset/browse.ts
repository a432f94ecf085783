import { readdir } from "node:fs/promises";
import { dirname, extname, join, resolve } from "node:path";
import { StudioError, systemCode } from "../host/studio-error.js";
import { type Sentence, say } from "../words/sentence.js";
import { byNaturalName, imageSuffixes } from "./scan.js";

export interface BrowsedFolder {
  folder: string;
  parent: string | null;
  folders: { name: string; path: string }[];
  images: number;
}

/** The subfolders of a folder for the picker, hidden ones left out. */
export async function browseFolder(folder: string): Promise<BrowsedFolder> {
  const here = resolve(folder);
  try {
    const entries = await readdir(here, { withFileTypes: true });
    const shown = entries.filter((entry) => !entry.name.startsWith("."));
    const folders = shown
      .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
      .map(({ name }) => ({ name, path: join(here, name) }))
      .sort((left, right) => byNaturalName(left.name, right.name));
    const images = shown.filter(
      (entry) => entry.isFile() && imageSuffixes.has(extname(entry.name).toLowerCase()),
    ).length;
    const parent = dirname(here);
    return { folder: here, parent: parent === here ? null : parent, folders, images };
  } catch (error) {
    const known: Record<string, Sentence> = {
      ENOENT: say("{folder} does not exist.", { folder: here }),
      ENOTDIR: say("{folder} is a file.", { folder: here }),
      EACCES: say("{folder} cannot be read.", { folder: here }),
      EPERM: say("{folder} cannot be read.", { folder: here }),
    };
    const found = known[systemCode(error)];
    if (!found) throw error;
    throw new StudioError("notFound", found, say("Choose another folder."), error);
  }
}
