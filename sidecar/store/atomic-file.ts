import { mkdir, readFile } from "node:fs/promises";
import { dirname } from "node:path";
import writeFileAtomic from "write-file-atomic";
import { systemCode } from "../host/studio-error.js";

/** The file's bytes, or null when there is none. */
export async function readBytes(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** Makes the folder if need be, writes beside and renames, so that a reader sees the old text or the new one. The journal makes fsync needless. */
export async function writeText(path: string, text: string | Buffer): Promise<void> {
  const write = (): Promise<void> => writeFileAtomic(path, text, { encoding: "utf8", fsync: false });
  try {
    await write();
  } catch (error) {
    if (systemCode(error) !== "ENOENT") throw error;
    await mkdir(dirname(path), { recursive: true });
    await write();
  }
}

/** Bytes written beside and renamed into place, for files that can be made again. */
export async function writeBytes(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFileAtomic(path, bytes, { fsync: false });
}
