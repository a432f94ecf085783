import { readdir } from "node:fs/promises";
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

/** The layout of a tagger's folder, or null when it is none of the known ones. @throws Error for a broken file */
export async function findLayout(folder: string): Promise<ModelLayout | null> {
  const names = await readdir(folder).catch(() => []);
  for (const layout of layouts) {
    const found = await layout.read(folder, names);
    if (found) return found;
  }
  return null;
}
