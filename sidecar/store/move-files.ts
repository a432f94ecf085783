import { copyFile, lstat, mkdir, open, rmdir, unlink, utimes } from "node:fs/promises";
import { systemCode } from "../host/studio-error.js";
import { renamePatiently } from "./rename-patiently.js";

/** Size in bytes, time of change in milliseconds, and what tells a file from others on its device. */
export interface FoundFile {
  size: number;
  modified: number;
  device: string;
  inode: string;
}

/** What moving does to the disk, one call an operation. */
export interface MoveFiles {
  /** Null when there is nothing by this name. */
  find(path: string): Promise<FoundFile | null>;
  rename(from: string, to: string): Promise<void>;
  /** Copies and waits until the disk has it; the copy keeps the time of change. Replaces `to`. */
  copy(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** Leaves a folder that is not empty. */
  removeEmptyFolder(path: string): Promise<void>;
}

export const moveFiles: MoveFiles = {
  async find(path) {
    try {
      // Inodes of Windows are larger than a number holds.
      const { size, mtimeMs, dev, ino } = await lstat(path, { bigint: true });
      return { size: Number(size), modified: Number(mtimeMs), device: String(dev), inode: String(ino) };
    } catch (error) {
      if (systemCode(error) === "ENOENT") return null;
      throw error;
    }
  },
  rename: renamePatiently,
  async copy(from, to) {
    await copyFile(from, to);
    const { atime, mtime } = await lstat(from);
    await utimes(to, atime, mtime);
    const handle = await open(to, "r+");
    await handle.sync().finally(() => handle.close());
  },
  remove: unlink,
  async makeFolder(path) {
    await mkdir(path, { recursive: true });
  },
  async removeEmptyFolder(path) {
    try {
      await rmdir(path);
    } catch (error) {
      if (!["ENOTEMPTY", "EEXIST", "ENOENT"].includes(systemCode(error))) throw error;
    }
  },
};

// Disks keep the time of change with different precision; FAT rounds it to two seconds.
const SAME_TIME_MS = 2000;

type Stamp = Pick<FoundFile, "size" | "modified">;

export const sameStamp = (found: Stamp | null, stamp: Stamp): boolean =>
  found !== null && found.size === stamp.size && Math.abs(found.modified - stamp.modified) <= SAME_TIME_MS;

/** Removes the original of a copy to another disk that was stopped before its last operation; false when `to` is no such copy. */
export async function endMoveAcross(files: MoveFiles, from: string, to: string): Promise<boolean> {
  const [source, copy] = [await files.find(from), await files.find(to)];
  if (!source || !copy || source.device === copy.device || !sameStamp(copy, source)) return false;
  await files.remove(from);
  return true;
}

/** Moves to a name that is free, also to another disk: there the original goes when the copy is whole. */
export async function moveFile(files: MoveFiles, from: string, to: string): Promise<void> {
  try {
    await files.rename(from, to);
  } catch (error) {
    if (systemCode(error) !== "EXDEV") throw error;
    await copyWhole(files, from, to);
    await files.remove(from);
  }
}

/** Copies to a name that is free; the name appears when the copy is whole. */
export async function copyWhole(files: MoveFiles, from: string, to: string): Promise<void> {
  const part = `${to}.part`;
  await files.copy(from, part);
  const [source, copy] = [await files.find(from), await files.find(part)];
  if (!source || source.size !== copy?.size) throw new Error(`the copy of ${from} has another size`);
  await files.rename(part, to);
}
