import { webcrypto } from "node:crypto";
import { statSync } from "node:fs";
import { readFile } from "node:fs/promises";
import type { Database } from "./database.js";

/** What tells that a file was not changed: its size in bytes and time of change in milliseconds. */
export interface FileStamp {
  size: number;
  modified: number;
}

/** Null when there is no such file. Synchronous: over 10,000 files promises cost ten times what the files do. */
export function fileStamp(path: string): FileStamp | null {
  const found = statSync(path, { throwIfNoEntry: false });
  return found ? { size: found.size, modified: found.mtimeMs } : null;
}

/** SHA-256 of a file's bytes, hex; worked out on another thread. */
export async function digestFile(path: string): Promise<string> {
  const digest = await webcrypto.subtle.digest("SHA-256", await readFile(path));
  return Buffer.from(digest).toString("hex");
}

/** Content hashes by path, so that an unchanged file is read once, and a renamed one is found by its size and hash. */
export function fileContents(database: Database) {
  const find = database.prepare("SELECT content FROM file_content WHERE path = ? AND size = ? AND modified = ?");
  const sized = database.prepare("SELECT 1 FROM file_content WHERE size = ? LIMIT 1");
  const put = database.prepare(
    "INSERT OR REPLACE INTO file_content (path, size, modified, content) VALUES (?, ?, ?, ?)",
  );
  return {
    /** The hash of an unchanged file, or null. */
    known(path: string, { size, modified }: FileStamp): string | null {
      const row = find.get(path, size, modified);
      return row ? String(Object(row).content) : null;
    },
    /** True when some file of this size was seen: one of another name may be the same picture. */
    sizeSeen: ({ size }: FileStamp): boolean => sized.get(size) !== undefined,
    remember(path: string, { size, modified }: FileStamp, content: string): void {
      put.run(path, size, modified, content);
    },
  };
}
