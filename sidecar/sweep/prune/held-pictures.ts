import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StudioError, systemCode } from "../../host/studio-error.js";
import { writeText } from "../../store/atomic-file.js";
import { type Database, transaction } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { isPictureContent, picturePath } from "../draw/picture-files.js";
import { putRowsBack, type StoredRow, storedRow } from "./picture-rows.js";

/** Days for which pictures that were put aside can come back. */
const HELD_DAYS = 30;
const DAY_MS = 86_400_000;

/** Pictures that were put aside together. */
interface HeldPictures {
  /** The time, as a folder's name. */
  name: string;
  /** ISO times. */
  pruned: string;
  until: string;
  pictures: number;
  bytes: number;
}

interface Manifest {
  pruned: string;
  contents: string[];
  bytes: number;
  rows: StoredRow[];
}

const heldFolder = (stateFolder: string): string => join(stateFolder, "sweeps", "held");
const manifestPath = (folder: string): string => join(folder, "pictures.json");
const isName = (name: string): boolean => /^\d{4}-\d\d-\d\dT[\d-]+Z$/.test(name);

/** A folder for what is put aside now. */
export const newHold = (stateFolder: string, now: number): { folder: string; pruned: string } => {
  const pruned = new Date(now).toISOString();
  return { folder: join(heldFolder(stateFolder), pruned.replace(/[:.]/g, "-")), pruned };
};

/** Written before anything is moved, so that whatever moves can come back. */
export const writeManifest = (folder: string, manifest: Manifest): Promise<void> =>
  writeText(manifestPath(folder), JSON.stringify({ version: 1, ...manifest }));

async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    const { pruned, contents, bytes, rows } = Object(JSON.parse(await readFile(manifestPath(folder), "utf8")));
    return {
      pruned: String(pruned),
      contents: (Array.isArray(contents) ? contents.map(String) : []).filter(isPictureContent),
      bytes: Number(bytes) || 0,
      rows: (Array.isArray(rows) ? rows : []).flatMap(storedRow),
    };
  } catch (error) {
    if (systemCode(error) === "ENOENT" || Object(error).name === "SyntaxError") return null;
    throw error;
  }
}

async function holdNames(stateFolder: string): Promise<string[]> {
  const names = await readdir(heldFolder(stateFolder)).catch((error: unknown) => {
    if (systemCode(error) === "ENOENT") return [];
    throw error;
  });
  return names.filter(isName).sort().reverse();
}

/** What can come back, the latest first. */
export async function heldPictures(stateFolder: string): Promise<HeldPictures[]> {
  const held: HeldPictures[] = [];
  for (const name of await holdNames(stateFolder)) {
    const manifest = await readManifest(join(heldFolder(stateFolder), name));
    if (manifest === null) continue;
    const { pruned, contents, bytes } = manifest;
    const until = new Date((Date.parse(pruned) || 0) + HELD_DAYS * DAY_MS).toISOString();
    held.push({ name, pruned, until, pictures: contents.length, bytes });
  }
  return held;
}

/** Deletes what was put aside longer ago than it is held. */
export async function emptyHolds(stateFolder: string, now: number): Promise<void> {
  for (const { name, until } of await heldPictures(stateFolder)) {
    if (Date.parse(until) < now) await rm(join(heldFolder(stateFolder), name), { recursive: true, force: true });
  }
}

/** Moves a file; false where it is not there (any more). */
export async function moved(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (systemCode(error) === "ENOENT") return false;
    throw error;
  }
}

/**
 * Brings pictures back that were put aside; files first, so that no row stands without its file. Safe to repeat.
 * @returns how many files came back @throws StudioError "notFound"
 */
export async function bringBack(
  { database, stateFolder }: { database: Database; stateFolder: string },
  name: string,
): Promise<number> {
  const folder = join(heldFolder(stateFolder), name);
  const manifest = isName(name) ? await readManifest(folder) : null;
  if (manifest === null) {
    throw new StudioError(
      "notFound",
      say("No pictures were put aside as {name}.", { name }),
      say("`sweep prune --dry-run` names what can come back."),
    );
  }
  let count = 0;
  for (const content of manifest.contents) {
    const back = picturePath(stateFolder, content);
    await mkdir(dirname(back), { recursive: true });
    if (await moved(join(folder, `${content}.png`), back)) count += 1;
  }
  transaction(database, () => putRowsBack(database, manifest.rows));
  await rm(folder, { recursive: true, force: true });
  return count;
}
