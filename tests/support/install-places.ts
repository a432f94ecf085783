import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { installFiles } from "../../sidecar/training/installer/install-files.js";
import { atelier } from "./command.js";
import { packageIndexes } from "./package-index.js";
import { temporaryFolders } from "./temporary-folder.js";
import { fillIndex, installingFrom, trainerRepository } from "./trainer-repository.js";

/** Places where a trainer can be installed: an index of packages and a repository of their own, and the commands. */
export function installPlaces() {
  const newFolder = temporaryFolders();
  const newIndex = packageIndexes();
  return async () => {
    const work = await newFolder();
    const [home, folder, repository] = [join(work, "home"), join(work, "sd scripts"), join(work, "repository")];
    await mkdir(repository);
    const index = await newIndex();
    await fillIndex(index);
    const environment = installingFrom(index, await trainerRepository(repository));
    const install = (...words: string[]) =>
      atelier(home, ["train", "install", folder, "--revision", "v0.10.1", "--torch", "cpu", ...words], environment);
    const ask = async (...words: string[]) => {
      const { stdout } = await atelier(home, ["train", ...words, "--json"], environment);
      return Object(JSON.parse(stdout));
    };
    const log = (): Promise<string> => readFile(installFiles(folder).log, "utf8").catch(() => "");
    return { home, folder, index, install, ask, log, environment };
  };
}

export const lastDocument = (stdout: string): Record<string, unknown> =>
  Object(JSON.parse(stdout.trim().split("\n").at(-1) ?? ""));
export const count = (text: string, part: string): number => text.split(part).length - 1;
