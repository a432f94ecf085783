import { randomUUID } from "node:crypto";
import { existsSync, mkdirSync, renameSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { isInside } from "../../../host/roots.js";
import { picturePath } from "../../../sweep/draw/picture-files.js";
import { noProjectIn } from "./archive-format.js";
import type { NewFile } from "./place-set.js";
import type { OpenArchive } from "./read-zip.js";
import { STAGE, type StagedFolder } from "./staged-folders.js";

interface Filling {
  places: readonly string[];
  staged: readonly StagedFolder[];
  signal: AbortSignal;
  progress(part: number): void;
}

const isText = (name: string): boolean => /\.(?:toml|txt|log|json)$/.test(name);

/** Unpacks what lies under `start` of the archive into a folder, paths in texts made those of this machine. */
export async function unpackBelow(
  archive: OpenArchive,
  start: string,
  { folder, textOf, signal }: { folder: string; textOf(text: string): string; signal: AbortSignal },
): Promise<void> {
  for (const name of archive.sizes.keys()) {
    if (!name.startsWith(start)) continue;
    const target = join(folder, name.slice(start.length));
    if (!isText(name)) await archive.unpack(name, target, signal);
    else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, textOf(await archive.text(name)), { flag: "wx" });
    }
  }
}

/** @throws StudioError "badArguments" where a picture is not what its name says */
async function unpackPicture(
  archive: OpenArchive,
  { entry, content, target, signal }: { entry: string; content: string; target: string; signal: AbortSignal },
): Promise<void> {
  if ((await archive.unpack(entry, target, signal)) !== content) throw noProjectIn(entry, "its bytes were changed");
}

/** Where new folders are filled first, and with what. @param bytesOf an entry's */
export function stagesFor(
  files: readonly NewFile[],
  places: readonly string[],
  bytesOf: (entry: string) => number,
): StagedFolder[] {
  const tag = randomUUID().slice(0, 8);
  const filled = new Map<string, Record<string, number>>();
  for (const file of files) {
    const place = placeFor(places, file.path);
    const below = filled.get(place) ?? {};
    const way = relative(place, file.path).split(sep).join("/");
    below[way] = "entry" in file ? bytesOf(file.entry) : Buffer.byteLength(file.text);
    filled.set(place, below);
  }
  return [...filled].map(([place, below]) => {
    const stage = join(dirname(place), `${STAGE}${tag}-${basename(place)}`);
    return { stage, place, files: below, wasThere: existsSync(place) };
  });
}

// The first that holds it: `into/10_okara` comes with `into`.
const placeFor = (places: readonly string[], path: string): string =>
  places.find((place) => isInside(place, path)) ?? "";

/** Fills new folders beside their places. */
export async function fillNew(
  archive: OpenArchive,
  files: readonly NewFile[],
  { places, staged, signal, progress }: Filling,
): Promise<void> {
  for (const [index, file] of files.entries()) {
    const place = placeFor(places, file.path);
    const { stage = "" } = staged.find((one) => one.place === place) ?? {};
    const target = join(stage, relative(place, file.path));
    if ("entry" in file) await unpackPicture(archive, { ...file, target, signal });
    else {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, file.text, { flag: "wx" });
    }
    progress(index / files.length);
  }
}

/** Pictures of cells lie by what they contain: those that are here already are the same. */
export async function unpackCells(
  archive: OpenArchive,
  { stateFolder, work, signal }: { stateFolder: string; work: string; signal: AbortSignal },
): Promise<void> {
  for (const entry of archive.sizes.keys()) {
    const content = /^cells\/([0-9a-f]{64})\.png$/.exec(entry)?.[1];
    if (content === undefined || existsSync(picturePath(stateFolder, content))) continue;
    const target = join(work, `${content}.png`);
    await unpackPicture(archive, { entry, content, target, signal });
    mkdirSync(dirname(picturePath(stateFolder, content)), { recursive: true });
    renameSync(target, picturePath(stateFolder, content));
  }
}
