import { existsSync, statSync } from "node:fs";
import { relative, sep } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { captionPath, type ScannedImage, scanFolder } from "../../dataset/scan.js";

// As many as a row of a card holds.
const COVERS = 12;
// Files looked at before the event loop gets its turn: a few milliseconds on a local disk.
const FILES_A_TURN = 500;

interface Cover {
  path: string;
  /** Changes with the file. */
  version: string;
}

/** What lies in a project's folder now. */
export interface SetLook {
  folder: string;
  pictures: number;
  captions: number;
  /** Subfolders with pictures, "" for the folder itself, in natural order. */
  folders: { name: string; repeats: number; pictures: number }[];
  /** The first pictures. */
  cover: Cover[];
}

function coverOf(path: string): Cover[] {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? [{ path, version: `${found.size}-${Math.round(found.mtimeMs)}` }] : [];
}

function foldersIn(folder: string, images: readonly ScannedImage[]): SetLook["folders"] {
  const counted = new Map<string, { name: string; repeats: number; pictures: number }>();
  for (const { path, repeats } of images) {
    const name = relative(folder, path).split(sep).slice(0, -1).join("/");
    const one = counted.get(name) ?? { name, repeats, pictures: 0 };
    counted.set(name, { ...one, pictures: one.pictures + 1 });
  }
  return [...counted.values()];
}

/** null when there is no such folder. */
export async function lookAtSet(folder: string): Promise<SetLook | null> {
  if (!existsSync(folder)) return null;
  const { images } = await scanFolder(folder);
  let captions = 0;
  for (const [index, { path }] of images.entries()) {
    if (index % FILES_A_TURN === FILES_A_TURN - 1) await nextTurn();
    if (existsSync(captionPath(path))) captions += 1;
  }
  return {
    folder,
    pictures: images.length,
    captions,
    folders: foldersIn(folder, images),
    cover: images.slice(0, COVERS).flatMap(({ path }) => coverOf(path)),
  };
}

/**
 * What lies in a project's folder; where the set was copied on (`10_okara`), a caption there is one of the set too.
 * @param grown folders that grew from it, itself or one that is gone among them too
 */
export async function lookAtProject(folder: string, grown: readonly string[]): Promise<SetLook | null> {
  const own = await lookAtSet(folder);
  if (own === null || own.captions >= own.pictures) return own;
  let captions = own.captions;
  for (const other of grown) {
    const look = other === folder ? null : await lookAtSet(other).catch(() => null);
    captions = Math.max(captions, look?.captions ?? 0);
  }
  return { ...own, captions: Math.min(captions, own.pictures) };
}
