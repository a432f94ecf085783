import { basename, dirname, extname, join } from "node:path";
import type { FileMove } from "../../store/file-moves.js";

/** Pictures of one subject, and what belongs to each: caption, mask, cached latents. */
export interface Concept {
  /** The folder they come from. */
  folder: string;
  trigger: string;
  /** Word for its kind (`girl`), or null. */
  kind: string | null;
  repeats: number;
  /** The folder that gets the folder of its own. */
  into: string;
  pictures: readonly { picture: string; companions: readonly string[] }[];
}

interface ArrangedFolder {
  path: string;
  trigger: string;
  repeats: number;
  pictures: number;
  /** Pictures × repeats: how often the trainer shows them in an epoch. */
  showings: number;
}

export interface Arrangement {
  folders: ArrangedFolder[];
  files: FileMove[];
  /** Captions that two pictures share: the later picture gets its own copy. */
  shared: FileMove[];
}

// Names that a file system may take for the same.
const fold = (name: string): string => name.normalize("NFC").toLowerCase();

const stemOf = (path: string): string => basename(path, extname(path));

/** kohya's name for a folder of pictures: `10_okara`, `10_okara girl`. */
const folderName = ({ repeats, trigger, kind }: Pick<Concept, "repeats" | "trigger" | "kind">): string =>
  `${repeats}_${trigger}${kind === null ? "" : ` ${kind}`}`;

/**
 * Repeats with which concepts are shown about equally often: each as often as the largest set with its own repeats, rounded,
 * never 0.
 */
export function balanced(sets: readonly { pictures: number; repeats: number }[]): number[] {
  const most = Math.max(0, ...sets.map(({ pictures, repeats }) => pictures * repeats));
  return sets.map(({ pictures, repeats }) => (pictures === 0 ? repeats : Math.max(1, Math.round(most / pictures))));
}

interface Surroundings {
  /** Names of all files of a folder that exists, none for one that does not. */
  others(folder: string): readonly string[];
  /** True when the second file is a copy of the first. */
  isThere(from: string, to: string): boolean;
}

/**
 * Where each file goes: all pictures of a concept into one folder, with what belongs to them. Names that are
 * taken – by a picture of another subfolder, or a file that is there – get a number: `a.png`, `a-2.png`.
 */
export function planArrange(concepts: readonly Concept[], { others, isThere }: Surroundings): Arrangement {
  const taken = new Map<string, Set<string>>();
  const takenIn = (folder: string): Set<string> => {
    const known = taken.get(folder) ?? new Set(others(folder).flatMap((name) => stems(fold(name))));
    taken.set(folder, known);
    return known;
  };
  const files: FileMove[] = [];
  const shared: FileMove[] = [];
  const folders = concepts.map((concept) => {
    const path = join(concept.into, folderName(concept));
    const names = takenIn(path);
    const captions = new Map<string, string>();
    for (const { picture, companions } of concept.pictures) {
      const stem = stemOf(picture);
      // Arranged before: doing it again adds what is new.
      if (isThere(picture, join(path, basename(picture)))) continue;
      let free = stem;
      for (let again = 2; names.has(fold(free)); again += 1) free = `${stem}-${again}`;
      names.add(fold(free));
      const moved = (file: string): FileMove => ({
        from: file,
        to: join(path, free + basename(file).slice(stem.length)),
      });
      files.push(...[picture, ...companions].map(moved).filter(({ from, to }) => from !== to));
      const own = companions.find((file) => file.endsWith(".txt"));
      const known = captions.get(join(dirname(picture), stem));
      if (own !== undefined) captions.set(join(dirname(picture), stem), own);
      else if (known !== undefined) shared.push(moved(known));
    }
    const { trigger, repeats, pictures } = concept;
    return { path, trigger, repeats, pictures: pictures.length, showings: pictures.length * repeats };
  });
  return { folders, files, shared };
}

/** Every stem that a file may belong to: what stands before any of its dots. */
function stems(name: string): string[] {
  const parts = name.split(".");
  return parts.map((_, index) => parts.slice(0, index + 1).join("."));
}
