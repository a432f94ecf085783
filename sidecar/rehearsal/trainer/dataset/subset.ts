import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import type { Size } from "./buckets.js";

/** What the log and the metadata say of a subset. */
export interface SubsetOptions {
  folder: string;
  repeats: number;
  classTokens: string | null;
  isReg: boolean;
  captionExtension: string;
  shuffleCaption: boolean;
  keepTokens: number;
}

export interface Picture {
  path: string;
  /** null: there is no caption file, the class token stands for it. */
  caption: string | null;
  size: Size;
}

export interface Subset extends SubsetOptions {
  pictures: Picture[];
}

// As sd-scripts' list: small or capital letters, not mixed.
const suffixes = [".png", ".jpg", ".jpeg", ".webp", ".bmp"].flatMap((suffix) => [suffix, suffix.toUpperCase()]);

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Pictures directly in a folder. */
export function picturePaths(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => suffixes.some((suffix) => name.endsWith(suffix)))
    .sort()
    .map((name) => join(folder, name));
}

/** The first line's tags of a picture's caption file; null when there is none. */
export function captionOf(picture: string, extension: string): string | null {
  const path = picture.replace(/\.[^.\\/]*$/, "") + extension;
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return null;
  return readFileSync(path, "utf8").trim().split("\n")[0]?.trim() ?? "";
}

interface Named {
  repeats: number;
  classTokens: string;
}

/** `10_okara`: how often its pictures are repeated, and what they show; null without a number. */
function repeatsInName(name: string): Named | null {
  const [first = "", ...rest] = name.split("_");
  return /^\s*[+-]?\d+\s*$/.test(first) ? { repeats: Number(first), classTokens: rest.join("_") } : null;
}

/** Folders named `N_name` in `parent`; `refuse` hears the names of others. */
export function subsetFolders(parent: string | null, refuse: (name: string) => void): (Named & { folder: string })[] {
  if (parent === null || !isFolder(parent)) return [];
  const folders = readdirSync(parent)
    .sort()
    .map((name) => join(parent, name))
    .filter(isFolder);
  return folders.flatMap((folder) => {
    const named = repeatsInName(basename(folder));
    if (!named) refuse(basename(folder));
    return named && named.repeats > 0 ? [{ folder, ...named }] : [];
  });
}
