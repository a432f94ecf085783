import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

/** A folder of the cache that goes as a whole. */
interface Held {
  path: string;
  /** Milliseconds since 1970. */
  used: number;
  isModel: boolean;
  /** Of its files; those of a model are the same on the disk as those that were fetched. */
  inodes: readonly string[];
}

interface TidyOptions {
  /** Holds `files/…/HASH/NAME`, and `folders/…/NAME`. */
  folder: string;
  /** Bytes that may stay. */
  most: number;
  isInUse(path: string): boolean;
  now?: number;
}

// A model is open for a while after it was asked for.
const OPEN_MS = 10 * 60_000;

const foldersIn = async (path: string): Promise<string[]> =>
  (await readdir(path).catch((): string[] => [])).map((name) => join(path, name));

/** Takes away what was used longest ago, until the rest is no more than it may be. */
export async function tidyCache({ folder, most, isInUse, now = Date.now() }: TidyOptions): Promise<void> {
  const sizes = new Map<string, number>();
  const holders = new Map<string, number>();
  const held: Held[] = [];
  const look = async (path: string, isModel: boolean): Promise<void> => {
    const itself = await stat(path).catch(() => null);
    if (!itself?.isDirectory()) return;
    const inodes: string[] = [];
    for (const file of await foldersIn(path)) {
      const found = await stat(file, { bigint: true }).catch(() => null);
      if (!found?.isFile()) continue;
      const inode = `${found.dev} ${found.ino}`;
      sizes.set(inode, Number(found.size));
      holders.set(inode, (holders.get(inode) ?? 0) + 1);
      inodes.push(inode);
    }
    held.push({ path, used: itself.mtimeMs, isModel, inodes });
  };
  for (const group of await foldersIn(join(folder, "files")))
    for (const path of await foldersIn(group)) await look(path, false);
  for (const path of await foldersIn(join(folder, "folders"))) await look(path, true);
  let total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  for (const { path, used, isModel, inodes } of held.sort((a, b) => a.used - b.used)) {
    if (total <= most) return;
    if (isInUse(path) || (isModel && now - used < OPEN_MS)) continue;
    // Windows keeps what is open.
    const isGone = await rm(path, { recursive: true, force: true }).then(
      () => true,
      () => false,
    );
    for (const inode of isGone ? inodes : []) {
      const left = (holders.get(inode) ?? 1) - 1;
      holders.set(inode, left);
      if (left === 0) total -= sizes.get(inode) ?? 0;
    }
  }
}
