import type { Luggage } from "../../host/jobs/job-kind.js";
import type { OfferedFiles } from "../door/offered-files.js";
import { fileMark, folderMark, outputMark } from "../references.js";

/** A file that comes of an item: its name on the way, and where it belongs. */
export interface ComingOutput {
  name: string;
  path: string;
}

export interface PackedLuggage extends Luggage {
  /** Files that are to come back, in the order of asking. */
  outputs: readonly ComingOutput[];
}

/** @param holder whose files are offered as long as it is not released @param prefix of the outputs' names */
export function createLuggage(files: OfferedFiles, holder: object, prefix = ""): PackedLuggage {
  const outputs: ComingOutput[] = [];
  return {
    outputs,
    file: async (path) => fileMark(await files.offer(path, holder)),
    async folder(named) {
      const pairs = await Promise.all(
        Object.entries(named).map(async ([name, path]) => [name, await files.offer(path, holder)] as const),
      );
      return folderMark(Object.fromEntries(pairs));
    },
    output(path) {
      const suffix = /\.\w{1,12}$/.exec(path)?.[0] ?? "";
      const name = `${prefix}${outputs.length}${suffix}`;
      outputs.push({ name, path });
      return outputMark(name);
    },
  };
}
