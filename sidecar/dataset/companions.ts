import { readdirSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { imageSuffixes } from "./scan.js";

const stemOf = (name: string): string => name.slice(0, -extname(name).length || undefined);

// Pictures that belong to another one: masks and cut-outs as trainers and their tools name them.
const marks = ["-masklabel", "-condlabel", "_mask", ".mask", "_alpha", "-cutout", ".cutout"];

const isPicture = (name: string): boolean => imageSuffixes.has(extname(name).toLowerCase());

/** A folder's files by the stem that they may belong to: what stands before any of their dots, or before a mark. */
function byStem(folder: string): Map<string, string[]> {
  const files = new Map<string, string[]>();
  const put = (stem: string, name: string): void => {
    const known = files.get(stem);
    if (known) known.push(name);
    else files.set(stem, [name]);
  };
  for (const name of readdirSync(folder)) {
    for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) put(name.slice(0, dot), name);
    const mark = isPicture(name) ? marks.find((one) => stemOf(name).endsWith(one)) : undefined;
    if (mark !== undefined) put(stemOf(name).slice(0, -mark.length), name);
  }
  return files;
}

/**
 * The files that belong to pictures: captions, masks, cut-outs, cached latents, whatever shares their name. A file that
 * two pictures share (`1.png` and `1.jpg`) belongs to neither when only one of them is meant.
 */
export function companions(pictures: readonly string[]): Map<string, string[]> {
  const folders = new Map<string, Map<string, string[]>>();
  const filesOf = (folder: string): Map<string, string[]> => {
    const known = folders.get(folder) ?? byStem(folder);
    folders.set(folder, known);
    return known;
  };
  const meant = new Set(pictures);
  const taken = new Set<string>();
  return new Map(
    pictures.map((path) => {
      const folder = dirname(path);
      const stem = stemOf(basename(path));
      const related = filesOf(folder).get(stem) ?? [];
      const shared = related.some((name) => isPicture(name) && stemOf(name) === stem && !meant.has(join(folder, name)));
      const own = [...new Set(related)].filter((name) => {
        const file = join(folder, name);
        if (file === path || meant.has(file) || taken.has(file)) return false;
        if (isPicture(name)) return marks.some((mark) => stemOf(name) === stem + mark);
        return !shared && name.startsWith(`${stem}.`);
      });
      for (const name of own) taken.add(join(folder, name));
      return [path, own.map((name) => join(folder, name))];
    }),
  );
}
