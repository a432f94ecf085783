import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { fileStamp } from "../../store/file-content.js";
import { type Sentence, say } from "../../words/sentence.js";
import { camie } from "./camie.js";
import { clTagger } from "./cl-tagger.js";
import { deepDanbooru } from "./deepdanbooru.js";
import { deepghs } from "./deepghs.js";
import type { KnownLayout, ModelLayout } from "./model-layout.js";
import { smilingWolf } from "./smilingwolf.js";

// The more files a layout asks for, the earlier it is tried.
const layouts: readonly KnownLayout[] = [deepghs, clTagger, camie, deepDanbooru, smilingWolf];

/** The sets of files by which a tagger's folder is known, for people. */
export const knownLayouts = layouts.map(({ files }) => files).join("; ");

const SHOWN = 8;

/** What lies in a folder that is no tagger's, for people. */
export async function foundIn(folder: string): Promise<Sentence> {
  const names = await readdir(folder).catch(() => null);
  if (names === null) return say("there is no such folder");
  if (names.length === 0) return say("the folder is empty");
  const first = names.slice(0, SHOWN).join(", ");
  return names.length > SHOWN
    ? say("found {names} and {more} more", { names: first, more: names.length - SHOWN })
    : say("found {names}", { names: first });
}

/** Of the latest folders: a job asks several times, and ten thousand tags take a while to read. */
const known = new Map<string, { stamp: string; layout: ModelLayout }>();
const REMEMBERED = 8;

/** What changes with any file of the folder. */
const stampOf = (folder: string, names: readonly string[]): string =>
  JSON.stringify(names.map((name) => [name, fileStamp(join(folder, name))]));

/** The layout of a tagger's folder, or null when it is none of the known ones. @throws Error for a broken file */
export async function findLayout(folder: string): Promise<ModelLayout | null> {
  const names = await readdir(folder).catch(() => []);
  const stamp = stampOf(folder, names);
  const before = known.get(folder);
  if (before?.stamp === stamp) return before.layout;
  for (const layout of layouts) {
    const found = await layout.read(folder, names);
    if (!found) continue;
    known.delete(folder);
    known.set(folder, { stamp, layout: found });
    for (const oldest of [...known.keys()].slice(0, -REMEMBERED)) known.delete(oldest);
    return found;
  }
  return null;
}
