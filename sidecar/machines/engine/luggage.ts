import type { Luggage, SentFile, SentFiles } from "../../host/jobs/job-kind.js";
import { fileStamp } from "../../store/file-content.js";
import type { OfferedFiles } from "../door/offered-files.js";
import { fileMark, folderMark, outputMark } from "../references.js";

/** A file that comes of an item: its name on the way, and where it belongs. */
interface ComingOutput {
  name: string;
  path: string;
}

export interface PackedLuggage extends Luggage {
  /** Files that are to come back, in the order of asking. */
  outputs: readonly ComingOutput[];
  sent: SentFiles;
}

/** @param holder whose files are offered as long as it is not released @param prefix of the outputs' names */
export function createLuggage(files: OfferedFiles, holder: object, prefix = ""): PackedLuggage {
  const outputs: ComingOutput[] = [];
  const sent = new Map<string, SentFile>();
  return {
    outputs,
    sent,
    async file(path) {
      // Before it is read: a change meanwhile makes the stamp an old one, never the content.
      const stamp = fileStamp(path);
      const reference = await files.offer(path, holder);
      if (stamp !== null) sent.set(path, { content: reference.hash, stamp });
      return fileMark(reference);
    },
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
