import { readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { byNaturalName } from "../../dataset/scan.js";
import { isTrained } from "../../dataset/trained-formats.js";
import type { CommittedTexts } from "../../store/committed-text.js";
import type { SubsetFacts } from "../facts.js";
import type { PlanSubset } from "../plan.js";

// Source: kohya_ss, `lora_gui.py`: what its own count of steps looks for.
const kohyaSuffixes: ReadonlySet<string> = new Set([".jpg", ".jpeg", ".png", ".webp"]);

// Captions read before the event loop gets its turn: a few milliseconds on a local disk.
const FILES_A_TURN = 200;

const stemOf = (name: string): string => name.slice(0, -extname(name).length);

/** True when a caption calls the trigger as a tag or as words of a sentence. */
function holdsTrigger(caption: string, trigger: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replaceAll("_", " ").replaceAll(/\s+/g, " ").trim();
  const wanted = plain(trigger);
  if (
    plain(caption)
      .split(",")
      .some((tag) => tag.trim() === wanted)
  )
    return true;
  return ` ${plain(caption).replaceAll(/[.,;:!?()"']/g, " ")} `.includes(` ${wanted} `);
}

export interface LookedSubset {
  facts: SubsetFacts;
  /** Absolute paths of the pictures that the trainer reads, in its order. */
  pictures: string[];
}

interface Reading {
  /** `caption_extension` of the subset: `.txt`; more than one may be named (`.txt,.caption`). */
  suffixes: readonly string[];
  texts: CommittedTexts;
}

/** Counts what lies in one folder; `larger`, `smaller` and `unreadable` are filled in by who knows the sizes. */
export async function lookAtSubset(subset: PlanSubset, { suffixes, texts }: Reading): Promise<LookedSubset> {
  const names = (await readdir(subset.folder)).sort(byNaturalName);
  const all = new Set(names);
  const pictures = names.filter((name) => isTrained(name));
  const captionOf = (picture: string): Caption | null => {
    for (const suffix of suffixes) {
      const caption = readCaption(texts, join(subset.folder, stemOf(picture) + suffix));
      if (caption !== null) return caption;
    }
    return null;
  };
  const captions: Caption[] = [];
  for (const [index, picture] of pictures.entries()) {
    if (index % FILES_A_TURN === FILES_A_TURN - 1) await nextTurn();
    const caption = captionOf(picture);
    if (caption !== null) captions.push(caption);
  }
  const { trigger } = subset;
  return {
    facts: {
      folder: subset.folder,
      repeats: subset.repeats,
      trigger,
      regularisation: subset.regularisation,
      pictures: pictures.length,
      kohyaPictures: names.filter((name) => kohyaSuffixes.has(extname(name).toLowerCase())).length,
      captions: captions.length,
      withTrigger: trigger === null ? 0 : captions.filter(({ text }) => holdsTrigger(text, trigger)).length,
      textFiles: pictures.filter((name) => all.has(`${stemOf(name)}.txt`)).length,
      brokenCaptions: captions.filter(({ broken }) => broken).length,
      larger: 0,
      smaller: 0,
      unreadable: 0,
    },
    pictures: pictures.map((name) => join(subset.folder, name)),
  };
}

interface Caption {
  text: string;
  /** Empty, or not UTF-8: the trainer stops at it. */
  broken: boolean;
}

/** null when there is none; one that cannot be read at all is broken. */
function readCaption(texts: CommittedTexts, path: string): Caption | null {
  try {
    const text = texts(path);
    return text === null ? null : { text, broken: text === "" || texts.encodingOf(path) !== "utf8" };
  } catch {
    return { text: "", broken: true };
  }
}
