import { copyFile, mkdir, rm, stat, symlink } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { renamePatiently } from "../../store/rename-patiently.js";
import { systemCode } from "../studio-error.js";

type MakeLink = (target: string, path: string) => Promise<void>;

const relativeLink: MakeLink = (target, path) => symlink(target, path);

// Windows without developer mode, and disks that know no links.
const noLinks = ["EPERM", "EACCES", "ENOSYS", "ENOTSUP", "EOPNOTSUPP", "UNKNOWN", "EINVAL"];

export async function isThere(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true && found.size === bytes;
}

/**
 * Puts a file of the cache at its place in a snapshot, as huggingface_hub does: a relative link to the blob; where
 * links cannot be made, the blob itself when it is `fresh`, else a copy, since others may point to it.
 */
export async function placeInSnapshot(
  { blob, place, bytes, fresh }: { blob: string; place: string; bytes: number; fresh: boolean },
  makeLink: MakeLink = relativeLink,
): Promise<void> {
  if (await isThere(place, bytes)) return;
  await mkdir(dirname(place), { recursive: true });
  // A link to nothing, or what a copy left that was cut off.
  await rm(place, { force: true });
  try {
    await makeLink(relative(dirname(place), blob), place);
  } catch (error) {
    if (systemCode(error) === "EEXIST" && (await isThere(place, bytes))) return;
    if (!noLinks.includes(systemCode(error))) throw error;
    if (fresh) await renamePatiently(blob, place);
    else {
      await copyFile(blob, `${place}.incomplete`);
      await renamePatiently(`${place}.incomplete`, place);
    }
  }
}
