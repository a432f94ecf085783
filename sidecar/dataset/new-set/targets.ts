import { basename, dirname, extname, join, relative } from "node:path";

export interface NewSetTarget {
  picture: string;
  target: string;
  /** Named as the picture that is trained with it, in a folder of its own: so the trainer's masked loss finds it. */
  mask: string | null;
  /** Where the caption goes; null beside the original, which has its own. */
  caption: string | null;
}

const stemOf = (path: string): string => basename(path, extname(path));

// Names that a file system may take for the same.
const fold = (path: string): string => path.normalize("NFC").toLowerCase();

const MARK = "-cutout";

/** A cut-out that lies beside its original is no picture to be cut out. */
export function withoutCutouts(pictures: readonly string[]): string[] {
  const stems = new Set(pictures.map((path) => fold(join(dirname(path), stemOf(path)))));
  return pictures.filter((path) => {
    const stem = stemOf(path);
    return !stem.endsWith(MARK) || !stems.has(fold(join(dirname(path), stem.slice(0, -MARK.length))));
  });
}

/**
 * Where each cut-out goes: into the new set under the same subfolders, or beside its original as `NAME-cutout.png`. Two
 * pictures that differ only in their suffix get names of their own: `a.png`, `a-jpg.png`.
 */
export function newSetTargets(
  pictures: readonly string[],
  { folder, output, masks }: { folder: string; output: string | null; masks: string | null },
): NewSetTarget[] {
  const taken = new Set<string>();
  return pictures.map((picture) => {
    const inside = relative(folder, dirname(picture));
    const plain = stemOf(picture);
    const longer = `${plain}-${extname(picture).slice(1).toLowerCase()}`;
    const place = (stem: string): string => fold(join(inside, stem));
    let stem = taken.has(place(plain)) ? longer : plain;
    for (let again = 2; taken.has(place(stem)); again += 1) stem = `${longer}-${again}`;
    taken.add(place(stem));
    const target = output === null ? join(dirname(picture), `${stem}${MARK}.png`) : join(output, inside, `${stem}.png`);
    return {
      picture,
      target,
      mask: masks === null ? null : join(masks, inside, `${stem}.png`),
      caption: output === null ? null : join(output, inside, `${stem}.txt`),
    };
  });
}
