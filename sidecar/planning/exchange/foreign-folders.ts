import type { NamedPath } from "../examine/named-paths.js";

const parts = (path: string): string[] => path.replaceAll("\\", "/").split("/");

function common(left: readonly string[], right: readonly string[]): string[] {
  const length = left.findIndex((part, index) => part.toLowerCase() !== right[index]?.toLowerCase());
  return length === -1 ? [...left] : left.slice(0, length);
}

/**
 * The folders of another machine to ask about, as few as possible: for each drive the deepest one that holds all that a
 * configuration names there.
 */
export function foreignFolders(paths: readonly NamedPath[]): string[] {
  const byDrive = new Map<string, string[]>();
  for (const { given, state } of paths) {
    if (state !== "foreign") continue;
    const folders = parts(given).slice(0, -1);
    const drive = (folders[0] ?? "").toLowerCase();
    const known = byDrive.get(drive);
    byDrive.set(drive, known ? common(known, folders) : folders);
  }
  return [...byDrive.values()].map((folders) => folders.join("/") || "/");
}
