import { extname } from "node:path/posix";
import { imageSuffixes } from "../scan.js";

/** A file that is to come into a folder. */
export interface Incoming {
  /** Where it comes from: an absolute path, or an archive's. */
  from: string;
  /** Name inside the archive; null for a file itself. */
  entry: string | null;
  /** Its place below the folder, with `/`. */
  name: string;
  bytes: number;
}

export interface Placed extends Incoming {
  /** Its new place below the folder, with `/`: as `name`, or with a number. */
  place: string;
}

// Captions, and what masks and cached latents are called beside pictures.
const textSuffixes: ReadonlySet<string> = new Set([".txt", ".caption"]);

/** True for what belongs into a set: pictures (masks too) and captions. */
export const isWanted = (name: string): boolean => {
  const suffix = extname(name).toLowerCase();
  return imageSuffixes.has(suffix) || textSuffixes.has(suffix);
};

// Names that a file system may take for the same.
const fold = (name: string): string => name.normalize("NFC").toLowerCase();

const stemOf = (name: string): string => name.slice(0, -extname(name).length || undefined);

/**
 * A place for each file, in their order. What shares a stem stays together: when one of its names is taken, all of them get
 * the same number.
 * @param taken names of the folder's files, with `/`
 */
export function placeFiles(incoming: readonly Incoming[], taken: readonly string[]): Placed[] {
  const names = new Set(taken.map(fold));
  const groups = new Map<string, Incoming[]>();
  for (const file of incoming) {
    const stem = stemOf(file.name);
    const group = groups.get(stem);
    // Two archives may hold the same name: the later one makes a group of its own.
    if (group && !group.some(({ name }) => fold(name) === fold(file.name))) group.push(file);
    else groups.set(group ? `${stem}\0${groups.size}` : stem, [file]);
  }
  return [...groups.values()].flatMap((group) => {
    const placesWith = (mark: string): Placed[] =>
      group.map((file) => ({ ...file, place: stemOf(file.name) + mark + extname(file.name) }));
    let places = placesWith("");
    for (let again = 2; places.some(({ place }) => names.has(fold(place))); again += 1)
      places = placesWith(`-${again}`);
    for (const { place } of places) names.add(fold(place));
    return places;
  });
}
