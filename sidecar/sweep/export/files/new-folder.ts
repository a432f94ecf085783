import { randomUUID } from "node:crypto";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { systemCode } from "../../../host/studio-error.js";
import { fileExists } from "./target.js";

/**
 * A folder that appears with all that is in it, or not at all.
 * @throws StudioError "fileExists" when somebody took the name meanwhile
 */
export async function writeNewFolder(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  const part = join(dirname(target), `.${basename(target)}.${randomUUID()}.part`);
  await mkdir(part);
  try {
    await fill(part);
    await rename(part, target).catch((error: unknown) => {
      throw ["ENOTEMPTY", "EEXIST", "EPERM", "ENOTDIR"].includes(systemCode(error)) ? fileExists(target) : error;
    });
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/** Bytes of all files in a folder and below. */
export async function folderBytes(folder: string): Promise<number> {
  let bytes = 0;
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}
