import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Database } from "../../../store/database.js";
import { type FileStamp, fileContents, fileStamp } from "../../../store/file-content.js";

/** In pieces: LoRA files may be larger than what fits into one buffer. */
async function digestInPieces(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}

const isSame = (a: FileStamp, b: FileStamp | null): boolean => a.size === b?.size && a.modified === b.modified;

/** SHA-256 of each file by its path; files that are not there are left out. A file is read once while it stays as it is. */
export async function loraContents(database: Database, paths: readonly string[]): Promise<Record<string, string>> {
  const contents = fileContents(database);
  const found: Record<string, string> = {};
  for (const path of paths) {
    const stamp = fileStamp(path);
    if (stamp === null) continue;
    const known = contents.known(path, stamp);
    found[path] = known ?? (await digestInPieces(path));
    // One that was written to meanwhile has another content by now.
    if (known === null && isSame(stamp, fileStamp(path))) contents.remember(path, stamp, found[path]);
  }
  return found;
}
