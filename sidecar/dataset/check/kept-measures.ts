import type { Database } from "../../store/database.js";
import { digestFile, type FileStamp, fileContents, fileStamp } from "../../store/file-content.js";
import { measureTable } from "../../store/measure-table.js";
import type { Measured } from "./measure-worker.js";
import { MEASURE_VERSION, type PictureFacts, parseFacts } from "./picture-facts.js";

/** What is known of a picture's content. */
export interface KeptMeasure {
  content: string;
  /** Null when only its look was asked for. */
  facts: PictureFacts | null;
  look: Uint8Array | null;
  unreadable: string | null;
}

/** Measures of pictures, kept by what the pictures contain. */
export function keptMeasures(database: Database) {
  const contents = fileContents(database);
  const table = measureTable(database, MEASURE_VERSION);
  const of = (content: string): KeptMeasure | null => {
    const stored = table.get(content);
    if (!stored) return null;
    return { ...stored, content, facts: stored.facts === null ? null : parseFacts(stored.facts) };
  };
  return {
    /** Null when the picture was never measured, or is gone. An unchanged file is not read. */
    async find(path: string): Promise<KeptMeasure | null> {
      const stamp = fileStamp(path);
      if (!stamp) return null;
      const known = contents.known(path, stamp);
      if (known !== null) return of(known);
      // A file of a size that was never seen cannot have been measured under another name.
      if (!contents.sizeSeen(stamp)) return null;
      const content = await digestFile(path).catch(() => null);
      if (content === null) return null;
      contents.remember(path, stamp, content);
      return of(content);
    },
    /** Call inside a transaction. `stamp` is the file's from before it was read. */
    keep(path: string, stamp: FileStamp, { content, facts, look, unreadable }: Measured): void {
      contents.remember(path, stamp, content);
      table.put(content, { facts, look, unreadable });
    },
  };
}
