import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** Names below a folder, with `/`, and what `read` makes of each file's bytes; its text when left out. */
export async function treeOf(
  folder: string,
  read: (bytes: Buffer) => string = (bytes) => bytes.toString("utf8"),
): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const rows = await Promise.all(
    files.map(async (file) => [relative(folder, file).replaceAll("\\", "/"), read(await readFile(file))]),
  );
  return Object.fromEntries(rows.sort());
}

/** As `treeOf`, with the SHA-256 of each file, hex. */
export const digestsOf = (folder: string): Promise<Record<string, string>> =>
  treeOf(folder, (bytes) => createHash("sha256").update(bytes).digest("hex"));
