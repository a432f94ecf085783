import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, statSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";

/** A new folder of an import: filled beside its place first, under a name that no scan looks at. */
export interface StagedFolder {
  stage: string;
  place: string;
  /** Bytes of what it is filled with, by the way below it, parts joined by `/`. */
  files: Readonly<Record<string, number>>;
  /** An empty folder of the user's was there. */
  wasThere: boolean;
}

/** What an import makes outside of the state, and of which project. */
export interface StagedImport {
  key: string;
  folders: readonly StagedFolder[];
}

/** Begins the name of a folder that is filled beside its place. */
export const STAGE = ".import-";

const recordOf = (work: string): string => join(work, "staged.json");

/** Before the first of them is made: what a crash leaves of them is found again by this. @param work the import's own folder */
export const recordStaged = (work: string, staged: StagedImport): Promise<void> =>
  writeFile(recordOf(work), JSON.stringify(staged));

function parseFolder(value: unknown): StagedFolder[] {
  const { stage, place, files, wasThere } = Object(value);
  // Nothing but what an import calls so is ever taken away.
  if (typeof stage !== "string" || typeof place !== "string" || !basename(stage).startsWith(STAGE)) return [];
  const sizes = Object.entries(Object(files)).map(([way, bytes]) => [way, Number(bytes)] as const);
  return [{ stage, place, files: Object.fromEntries(sizes), wasThere: wasThere === true }];
}

/** null where there is none, or half of one: then nothing was made yet. */
export function readStaged(work: string): StagedImport | null {
  try {
    const { key, folders } = Object(JSON.parse(readFileSync(recordOf(work), "utf8")));
    return Array.isArray(folders) ? { key: String(key), folders: folders.flatMap(parseFolder) } : null;
  } catch {
    return null;
  }
}

/** An empty folder gives way; one that is no longer empty throws, and nothing has happened. */
export function moveInto(from: string, place: string): void {
  if (existsSync(place)) rmdirSync(place);
  mkdirSync(dirname(place), { recursive: true });
  renameSync(from, place);
}

/** Whether a folder holds these files and nothing else: nobody has worked in it. */
function isAsFilled({ place, files }: StagedFolder): boolean {
  // An empty one is not ours to take: it may be the user's.
  if (Object.keys(files).length === 0) return false;
  const found = readdirSync(place, { withFileTypes: true, recursive: true }).filter((entry) => !entry.isDirectory());
  if (found.length !== Object.keys(files).length) return false;
  return found.every((entry) => {
    const path = join(entry.parentPath, entry.name);
    return files[relative(place, path).split(sep).join("/")] === statSync(path).size;
  });
}

/** Takes away what an import made that came to nothing; a folder that somebody has changed since is left as it is. */
export function takeBack({ folders }: Pick<StagedImport, "folders">): void {
  for (const folder of folders) {
    const { stage, place, wasThere } = folder;
    // Moved to its place, and then the record of the project was not written.
    if (!existsSync(stage) && existsSync(place) && isAsFilled(folder)) renameSync(place, stage);
    if (wasThere && !existsSync(place)) mkdirSync(place);
    rmSync(stage, { recursive: true, force: true });
  }
}
