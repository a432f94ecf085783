import { readdirSync } from "node:fs";
import { basename, join } from "node:path";

// Large files: a picture of that name would be a coincidence.
const isModel = (name: string): boolean => /\.(safetensors|ckpt|pt|pth|bin|gguf)$/i.test(name);

const nameOf = (path: string): string => path.split(/[\\/]/).at(-1) ?? "";

/**
 * Where this machine has a model of that name among its own, which spares sending gigabytes. Whether it is the same file is
 * told by its content, later.
 * @param folders looked through with what is below them
 */
export function ownModel(path: string, folders: readonly string[]): string | null {
  const wanted = nameOf(path);
  if (!isModel(wanted)) return null;
  for (const folder of folders) {
    try {
      const found = readdirSync(folder, { withFileTypes: true, recursive: true }).find(
        (entry) => !entry.isDirectory() && basename(entry.name) === wanted,
      );
      if (found) return join(found.parentPath, found.name);
    } catch {
      // A disk that is not there now.
    }
  }
  return null;
}
