import { extname } from "node:path";
import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { digestFile, type FileStamp, fileContents, fileStamp } from "../../store/file-content.js";
import { say } from "../../words/sentence.js";
import { hashOfFile } from "../hash-of-file.js";
import type { FileReference } from "../references.js";

/** Files that machines may fetch: only what some work needs, by content. */
export interface OfferedFiles {
  /** @throws StudioError "notFound" when there is no such file */
  offer(path: string, holder: object): Promise<FileReference>;
  /** What only this holder needed is offered no more. */
  release(holder: object): void;
  /** Where a file with this content is now; null when it is not offered, or was changed since. */
  find(hash: string): { path: string; size: number } | null;
}

interface Offer {
  path: string;
  stamp: FileStamp;
  holders: Set<object>;
}

// Larger ones are not read into memory whole: checkpoints have gigabytes.
const LARGE_BYTES = 64 * 1024 * 1024;

const hashOf = (path: string, size: number): Promise<string> =>
  size < LARGE_BYTES ? digestFile(path) : hashOfFile(path);

/** Programs tell files by their suffix; the rest of the name is nobody's business. */
const safeName = (path: string): string => `file${/^\.\w{1,12}$/.exec(extname(path))?.[0] ?? ""}`;

const isSame = (one: FileStamp | null, other: FileStamp): boolean =>
  one !== null && one.size === other.size && one.modified === other.modified;

export function createOfferedFiles(database: Database): OfferedFiles {
  const offers = new Map<string, Offer>();
  const contents = fileContents(database);
  const contentOf = async (path: string, stamp: FileStamp): Promise<string> => {
    const known = contents.known(path, stamp);
    if (known !== null) return known;
    const hash = await hashOf(path, stamp.size);
    contents.remember(path, stamp, hash);
    return hash;
  };
  return {
    async offer(path, holder) {
      const stamp = fileStamp(path);
      if (!stamp) throw new StudioError("notFound", say("{path} is gone.", { path }), say("Look at the folder again."));
      const hash = await contentOf(path, stamp);
      const before = offers.get(hash);
      const holders = before?.holders ?? new Set();
      holders.add(holder);
      // Of several files with one content, that which is still so.
      if (!before || !isSame(fileStamp(before.path), before.stamp)) offers.set(hash, { path, stamp, holders });
      return { hash, size: stamp.size, name: safeName(path), path };
    },
    release(holder) {
      for (const [hash, { holders }] of offers) {
        holders.delete(holder);
        if (holders.size === 0) offers.delete(hash);
      }
    },
    find(hash) {
      const offer = offers.get(hash);
      if (!offer || !isSame(fileStamp(offer.path), offer.stamp)) return null;
      return { path: offer.path, size: offer.stamp.size };
    },
  };
}
