import { readdir, stat } from "node:fs/promises";
import { basename, extname, join, resolve } from "node:path";
import { StudioError, systemCode } from "../host/studio-error.js";
import { say } from "../words/sentence.js";

/** Image suffixes we read, lower case; a file's own may be in any letter case. */
export const imageSuffixes: ReadonlySet<string> = new Set([
  ".png",
  ".jpg",
  ".jpeg",
  ".webp",
  ".bmp",
  ".gif",
  ".avif",
  ".tiff",
  ".tif",
]);

export interface ScannedImage {
  /** Absolute path. */
  path: string;
  /** Repeats from a kohya folder name such as `10_okara`, the opened folder's own included; 1 elsewhere. */
  repeats: number;
}

export interface FolderScan {
  folder: string;
  images: ScannedImage[];
  /** Caption files without a picture of the same stem beside them. */
  orphanCaptions: string[];
}

const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

/** Natural order: `2.png` before `10.png`, upper and lower case alike; equal names by code unit. */
export const byNaturalName = (left: string, right: string): number =>
  collator.compare(left, right) || (left < right ? -1 : left > right ? 1 : 0);

export const captionPath = (imagePath: string): string => `${imagePath.slice(0, -extname(imagePath).length)}.txt`;

/** Repeats of a kohya folder name (`10_okara` → 10), or null for any other name. */
export function repeatsOf(folderName: string): number | null {
  const match = /^(\d+)_/.exec(folderName);
  return match ? Number(match[1]) : null;
}

async function entriesOf(folder: string) {
  try {
    if (!(await stat(folder)).isDirectory()) {
      throw new StudioError(
        "notFound",
        say("Expected a folder, found a file: {folder}", { folder }),
        say("Name the folder that holds the pictures."),
      );
    }
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    throw new StudioError(
      "notFound",
      say("There is no folder {folder}.", { folder }),
      say("Check the spelling; relative folders are meant from where you stand."),
      error,
    );
  }
}

/** Lists the pictures of a folder: directly inside, in `N_name` subfolders, and with `recursive` in every subfolder. */
export async function scanFolder(folderArgument: string, { recursive = false } = {}): Promise<FolderScan> {
  const folder = resolve(folderArgument);
  const scan: FolderScan = { folder, images: [], orphanCaptions: [] };
  await visit(folder, repeatsOf(basename(folder)) ?? 1, recursive, scan);
  return scan;
}

async function visit(folder: string, repeats: number, recursive: boolean, scan: FolderScan): Promise<void> {
  const entries = (await entriesOf(folder)).sort((left, right) => byNaturalName(left.name, right.name));
  const captions = new Set<string>();
  for (const entry of entries) {
    if (entry.name.startsWith(".")) continue;
    const path = join(folder, entry.name);
    const suffix = extname(entry.name).toLowerCase();
    if (entry.isFile() && imageSuffixes.has(suffix)) {
      scan.images.push({ path, repeats });
      captions.add(captionPath(path));
    }
  }
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isFile() && entry.name.endsWith(".txt") && !captions.has(path)) scan.orphanCaptions.push(path);
    if (!entry.isDirectory() || entry.name.startsWith(".")) continue;
    const named = repeatsOf(entry.name);
    if (named !== null || recursive) await visit(path, named ?? repeats, recursive, scan);
  }
}
