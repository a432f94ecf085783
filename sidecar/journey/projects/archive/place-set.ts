import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { captionPath, scanFolder } from "../../../dataset/scan.js";
import { StudioError } from "../../../host/studio-error.js";
import { committedTexts } from "../../../store/committed-text.js";
import type { Database } from "../../../store/database.js";
import { digestFile, fileContents, fileStamp } from "../../../store/file-content.js";
import type { FileChange } from "../../../store/journal.js";
import { say } from "../../../words/sentence.js";
import type { ProjectManifest } from "./archive-format.js";

/** True where nothing lies yet: a new folder is made there. */
export const isFree = (folder: string): boolean => !existsSync(folder) || readdirSync(folder).length === 0;

/** Folders here by their place in the archive: the first is the chosen one, others stand beside it or in it. */
export function placesOf({ folders }: ProjectManifest, into: string): string[] {
  const own = folders[0] ?? "";
  const taken = new Set([into]);
  const beside = (name: string): string => {
    const rest = own !== "" && name.startsWith(own) ? name.slice(own.length) : `-${name}`;
    const stem = join(dirname(into), `${basename(into)}${rest}`);
    for (let count = 1; ; count += 1) {
      const place = count === 1 ? stem : `${stem} (${count})`;
      if (!taken.has(place) && isFree(place)) return place;
    }
  };
  return folders.map((name, index) => {
    if (index === 0) return into;
    const place = name.startsWith("./") ? join(into, name.slice(2)) : beside(name);
    taken.add(place);
    return place;
  });
}

/** A file of a new folder: where, and the caption's text or the archive's entry of a picture. */
export type NewFile = { path: string } & ({ text: string } | { entry: string; content: string });

/** All files of new folders. Pictures are there where the archive has them. */
export function newFiles(
  manifest: ProjectManifest,
  places: readonly string[],
  sizes: ReadonlyMap<string, number>,
): NewFile[] {
  const files = new Map<string, NewFile>();
  for (const { folder, name, content, caption } of manifest.pictures) {
    const place = places[folder];
    if (place === undefined) continue;
    const path = join(place, name);
    const entry = `pictures/${content}${extname(name).toLowerCase()}`;
    if (sizes.has(entry)) files.set(path, { path, entry, content });
    if (caption !== null) files.set(captionPath(path), { path: captionPath(path), text: caption });
  }
  return [...files.values()];
}

export interface MatchedSet {
  /** Pictures of the folder that the project knows by what they contain. */
  matched: number;
  changes: FileChange[];
  /** Captions that say the same already, and those of the user's own that say something else. */
  same: number;
  differ: number;
}

/** What the project's captions would change in a folder that has the pictures already. */
export async function matchSet(
  database: Database,
  { manifest, into, signal }: { manifest: ProjectManifest; into: string; signal: AbortSignal },
): Promise<MatchedSet> {
  const told = new Map<string, string | null>();
  for (const { content, caption } of manifest.pictures) told.set(content, told.get(content) ?? caption);
  const [contents, textOf] = [fileContents(database), committedTexts(database)];
  const found: MatchedSet = { matched: 0, changes: [], same: 0, differ: 0 };
  for (const { path } of (await scanFolder(into)).images) {
    signal.throwIfAborted();
    const stamp = fileStamp(path);
    if (stamp === null) continue;
    const content = contents.known(path, stamp) ?? (await digestFile(path));
    contents.remember(path, stamp, content);
    const caption = told.get(content);
    if (caption === undefined) continue;
    found.matched += 1;
    if (caption === null) continue;
    const before = textOf(captionPath(path));
    if (before === caption) found.same += 1;
    else {
      if (before !== null) found.differ += 1;
      found.changes.push({ path: captionPath(path), before, after: caption });
    }
  }
  if (found.matched === 0) throw nothingMatches(into, manifest.pictures.length);
  return found;
}

const nothingMatches = (into: string, count: number): StudioError =>
  new StudioError(
    "badArguments",
    say("{into} holds none of the project's {count} pictures, and it is not empty.", { into, count }),
    say("Choose a folder that has the pictures, or one that is empty or not there yet."),
  );
