import { extname } from "node:path";
import { imageSuffixes } from "../../dataset/scan.js";
import type { ImportedRow } from "./imported-rows.js";

export interface MatchedRows {
  matched: { path: string; caption: string }[];
  /** Names of rows that mean no picture here. */
  unmatched: string[];
  /** Rows that could mean several pictures, and rows that disagree about one picture; none of them is applied. */
  ambiguous: { name: string; paths: string[] }[];
}

interface Picture {
  /** As the row is applied: absolute. */
  path: string;
  /** Below the folder. */
  name: string;
}

const written = (path: string): string =>
  path
    .normalize("NFC")
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "");
const fileOf = (path: string): string => path.slice(path.lastIndexOf("/") + 1);
const withoutSuffix = (path: string): string => path.slice(0, path.length - extname(path).length);
/** A dot in a stem is not a suffix: only a picture's suffix is taken off. */
const stemOf = (path: string): string => (imageSuffixes.has(extname(path).toLowerCase()) ? withoutSuffix(path) : path);

/** Most certain first. What a picture may be called at each step, and what of a row is looked for there. */
const steps: { keys: (picture: Picture) => string[]; wanted: (row: string) => string[] }[] = [
  { keys: ({ path, name }) => [path, name], wanted: (row) => [row] },
  { keys: ({ path, name }) => [stemOf(path), stemOf(name)], wanted: (row) => [row, stemOf(row)] },
  // A path from another machine: its longest tail that is a picture below this folder.
  { keys: ({ name }) => [name], wanted: (row) => tails(row) },
  { keys: ({ name }) => [stemOf(name)], wanted: (row) => tails(row).flatMap((tail) => [tail, stemOf(tail)]) },
  { keys: ({ name }) => [fileOf(name)], wanted: (row) => [fileOf(row)] },
  { keys: ({ name }) => [fileOf(stemOf(name))], wanted: (row) => [fileOf(row), fileOf(stemOf(row))] },
];

function tails(row: string): string[] {
  const parts = row.split("/");
  // The bare file name is a later, less certain step.
  return parts.slice(1, -1).map((_, index) => parts.slice(index + 1).join("/"));
}

type Index = Map<string, Picture[]>;

function indexBy(pictures: readonly Picture[], keys: (picture: Picture) => string[], fold: boolean): Index {
  const index: Index = new Map();
  for (const picture of pictures) {
    const own = keys({ path: written(picture.path), name: written(picture.name) });
    for (const key of new Set(fold ? own.map((text) => text.toLowerCase()) : own)) {
      const there = index.get(key);
      if (there) there.push(picture);
      else index.set(key, [picture]);
    }
  }
  return index;
}

/** Pictures that differ by their suffix alone have one caption file. */
const shareOneCaption = (pictures: readonly Picture[]): boolean =>
  new Set(pictures.map(({ path }) => withoutSuffix(path))).size === 1;

/** As the trainer reads a row that has both: the caption, then the tags. Null for neither. */
function captionOf({ caption, tagText }: ImportedRow): string | null {
  if (caption === null || tagText === null) return caption ?? tagText;
  return [caption, tagText].filter((text) => text !== "").join(", ");
}

/**
 * Which picture each row means: by path below the folder, then file name, then stem; the more certain way wins. Either
 * slash, composed and decomposed letters alike; letter case is passed over only where that leaves one picture.
 */
export function matchRows(rows: readonly ImportedRow[], pictures: readonly Picture[]): MatchedRows {
  const indexes = steps.flatMap(({ keys, wanted }) =>
    [false, true].map((fold) => ({ fold, wanted, index: indexBy(pictures, keys, fold) })),
  );
  const result: MatchedRows = { matched: [], unmatched: [], ambiguous: [] };
  const claims = new Map<string, { step: number; name: string; caption: string }[]>();
  for (const row of rows) {
    const caption = captionOf(row);
    const found = caption === null ? null : findPictures(written(row.name), indexes);
    if (found === null || caption === null) result.unmatched.push(row.name);
    else if (!shareOneCaption(found.pictures)) {
      result.ambiguous.push({ name: row.name, paths: found.pictures.map(({ path }) => path) });
    } else {
      for (const { path } of found.pictures) {
        const claim = { step: found.step, name: row.name, caption };
        claims.set(path, [...(claims.get(path) ?? []), claim]);
      }
    }
  }
  for (const [path, all] of claims) {
    const best = Math.min(...all.map(({ step }) => step));
    const certain = all.filter(({ step }) => step === best);
    result.unmatched.push(...all.filter(({ step }) => step !== best).map(({ name }) => name));
    const captions = new Set(certain.map(({ caption }) => caption));
    const [caption] = captions;
    if (captions.size === 1 && caption !== undefined) result.matched.push({ path, caption });
    else result.ambiguous.push(...certain.map(({ name }) => ({ name, paths: [path] })));
  }
  return result;
}

function findPictures(
  row: string,
  indexes: readonly { fold: boolean; wanted: (row: string) => string[]; index: Index }[],
): { step: number; pictures: Picture[] } | null {
  for (const [step, { fold, wanted, index }] of indexes.entries()) {
    for (const key of wanted(row)) {
      const pictures = index.get(fold ? key.toLowerCase() : key);
      if (pictures) return { step, pictures: [...pictures] };
    }
  }
  return null;
}
