import { readdirSync, rmdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Database, transaction } from "../../store/database.js";
import { digestFile } from "../../store/file-content.js";

/** A file that a sweep put among a WebUI's LoRA files, as the state remembers it. */
export interface PlacedFile {
  folder: string;
  name: string;
  path: string;
  /** What its name stands for. */
  content: string;
}

const isThere = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;

/** Those that are still there, in all WebUIs that sweeps were drawn in. */
export function placedFiles(database: Database): PlacedFile[] {
  const rows = database
    .prepare("SELECT folder, name, content FROM sweep_lora WHERE placed = 1 ORDER BY folder, name")
    .all();
  return rows.map(Object).flatMap((row) => {
    const [folder, name, content] = [String(row.folder), String(row.name), String(row.content)];
    const path = join(folder, `${name}.safetensors`);
    return isThere(path) ? [{ folder, name, path, content }] : [];
  });
}

/**
 * Takes one away where nothing is lost by it: another name leads to the same file, and it is what we put there. The folder goes
 * with its last file. @returns whether it did
 */
export async function takeAway(database: Database, { folder, name, path, content }: PlacedFile): Promise<boolean> {
  // A copy, made where a link could not be, may be the last one.
  if (statSync(path).nlink < 2 || (await digestFile(path)) !== content) return false;
  rmSync(path);
  transaction(database, () => {
    database.prepare("UPDATE sweep_lora SET placed = 0 WHERE folder = ? AND name = ?").run(folder, name);
  });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
  return true;
}
