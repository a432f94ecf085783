import { readdirSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { imageSuffixes } from "../../dataset/scan.js";

const stemOf = (name: string): string => name.slice(0, -extname(name).length || undefined);

// Pictures that belong to another one: masks and cut-outs as trainers and their tools name them.
const marks = ["-masklabel", "-condlabel", "_mask", ".mask", "_alpha", "-cutout", ".cutout"];

/**
 * The files that belong to pictures: captions, masks, cut-outs, cached latents, whatever shares their name. A file that
 * two pictures share (`1.png` and `1.jpg`) belongs to neither when only one of them is meant.
 */
export function companions(pictures: readonly string[]): Map<string, string[]> {
  const entries = new Map<string, string[]>();
  const entriesOf = (folder: string): string[] => {
    const known = entries.get(folder) ?? readdirSync(folder);
    entries.set(folder, known);
    return known;
  };
  const meant = new Set(pictures);
  const taken = new Set<string>();
  return new Map(
    pictures.map((path) => {
      const folder = dirname(path);
      const stem = stemOf(basename(path));
      const isPicture = (name: string): boolean => imageSuffixes.has(extname(name).toLowerCase());
      const shared = entriesOf(folder).some(
        (name) => isPicture(name) && stemOf(name) === stem && !meant.has(join(folder, name)),
      );
      const own = entriesOf(folder).filter((name) => {
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
