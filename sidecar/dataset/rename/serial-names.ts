import { basename, dirname, extname, join } from "node:path";
import type { FileMove } from "../../store/file-moves.js";

export interface PictureFiles {
  picture: string;
  /** What belongs to it: caption, mask, cached latents; each name begins with the picture's stem. */
  companions: readonly string[];
}

export interface SerialNames {
  moves: FileMove[];
  /** Captions that two pictures share: the later picture gets its own. */
  copies: FileMove[];
  /** Numbers left out, each with a file that has the name and belongs to no picture. */
  leftOut: { number: string; file: string }[];
}

const stemOf = (path: string): string => basename(path, extname(path));

// Names that a file system may take for the same.
const fold = (name: string): string => name.normalize("NFC").toLowerCase();

/** Every stem that a file may belong to: what stands before any of its dots, and before a mark such as `_mask`. */
function stems(name: string): string[] {
  const parts = fold(name).split(".");
  return parts
    .map((_, index) => parts.slice(0, index + 1).join("."))
    .flatMap((stem) => [stem, stem.replace(/[-_].*$/, "")]);
}

/**
 * Serial names for pictures in their order, `0001.png` with `0001.txt`; each folder counts on its own. No two pictures get
 * the same number, whatever their formats, and a number whose name a file that stays has is left out: its caption or mask
 * would become another picture's.
 * @param others names of all files of a folder
 * @param digits at least so many, more where there are more pictures
 */
export function serialNames(
  pictures: readonly PictureFiles[],
  { start, digits, others }: { start: number; digits: number; others(folder: string): readonly string[] },
): SerialNames {
  const names: SerialNames = { moves: [], copies: [], leftOut: [] };
  const folders = new Map<string, PictureFiles[]>();
  for (const one of pictures) {
    const known = folders.get(dirname(one.picture));
    if (known) known.push(one);
    else folders.set(dirname(one.picture), [one]);
  }
  for (const [folder, inside] of folders) {
    const going = new Set(
      inside.flatMap(({ picture, companions }) => [picture, ...companions]).map((path) => basename(path)),
    );
    const taken = new Map(
      others(folder)
        .filter((name) => !going.has(name))
        .flatMap((name) => stems(name).map((stem) => [stem, name] as const)),
    );
    const width = Math.max(digits, String(start + inside.length - 1).length);
    const captionOf = new Map<string, string>();
    let next = start;
    for (const { picture, companions } of inside) {
      let number = String(next).padStart(width, "0");
      for (let file = taken.get(number); file !== undefined; file = taken.get(number)) {
        names.leftOut.push({ number, file: join(folder, file) });
        next += 1;
        number = String(next).padStart(width, "0");
      }
      next += 1;
      const old = stemOf(picture);
      const renamed = (path: string): FileMove => ({
        from: path,
        to: join(folder, number + basename(path).slice(old.length)),
      });
      names.moves.push(...[picture, ...companions].map(renamed).filter(({ from, to }) => from !== to));
      const shared = captionOf.get(old);
      if (shared !== undefined) names.copies.push(renamed(shared));
      const caption = companions.find((path) => path.endsWith(".txt"));
      if (caption !== undefined) captionOf.set(old, caption);
    }
  }
  return names;
}
