import { dirname } from "node:path";
import type { Database } from "../../sidecar/store/database.js";
import { type MoveFiles, moveFiles } from "../../sidecar/store/move-files.js";

/** Files on which the `stop`-th operation, once done or just before, is the last: then the program is dead. */
export function dyingFiles(stop: number, database: Database, { across, done }: { across: boolean; done: boolean }) {
  let operations = 0;
  let dead = false;
  const counted =
    <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      operations += 1;
      const isLast = operations === stop;
      if (dead || (isLast && !done)) {
        if (!dead) database.close();
        dead = true;
        throw new Error("killed");
      }
      const result = await work(...given);
      if (!isLast) return result;
      database.close();
      dead = true;
      throw new Error("killed");
    };
  const real = across ? filesAcross() : moveFiles;
  const files: MoveFiles = {
    find: real.find,
    rename: counted(real.rename),
    copy: counted(real.copy),
    remove: counted(real.remove),
    makeFolder: counted(real.makeFolder),
    removeEmptyFolder: counted(real.removeEmptyFolder),
  };
  return { files, isDead: () => dead };
}

/** As if every folder were a disk of its own. */
export const filesAcross = (): MoveFiles => ({
  ...moveFiles,
  async find(path) {
    const found = await moveFiles.find(path);
    return found && { ...found, device: dirname(path) };
  },
  async rename(from, to) {
    if (dirname(from) !== dirname(to)) throw Object.assign(new Error("across"), { code: "EXDEV" });
    await moveFiles.rename(from, to);
  },
});
