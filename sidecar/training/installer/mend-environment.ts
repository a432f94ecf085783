import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";

/** `site-packages` of a venv: `Lib` on Windows, `lib/python3.10` elsewhere. */
async function sitePackages(venv: string): Promise<string[]> {
  const library = join(venv, "lib");
  const versions = await readdir(library).catch(() => []);
  return [
    join(venv, "Lib", "site-packages"),
    ...versions.filter((name) => name.startsWith("python")).map((name) => join(library, name, "site-packages")),
  ].filter((folder) => existsSync(folder));
}

/**
 * Removes what a killed pip left: packages without RECORD, the file it writes last (PEP 376), which it would take for
 * installed and could not replace, and the `~…` folders into which it puts what it replaces.
 * @returns the names of what was removed
 */
export async function mendEnvironment(folder: string): Promise<string[]> {
  const removed: string[] = [];
  for (const site of await sitePackages(join(folder, "venv"))) {
    for (const name of await readdir(site)) {
      const half = name.endsWith(".dist-info") && !existsSync(join(site, name, "RECORD"));
      if (!half && !name.startsWith("~")) continue;
      await rm(join(site, name), { recursive: true, force: true });
      removed.push(name);
    }
  }
  return removed;
}
