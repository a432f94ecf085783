import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Database } from "../../store/database.js";

/** Where results wait until they are recorded, and where they go when they are taken back or replaced. */
export const stagingFolder = (stateFolder: string): string => join(stateFolder, "cutouts");

/** Removes results that a crash left before they were recorded: they are made anew. Call while no job runs. */
export async function removeUnrecorded(database: Database, stateFolder: string): Promise<void> {
  const folder = stagingFolder(stateFolder);
  const names = await readdir(folder).catch(() => []);
  if (names.length === 0) return;
  const rows = database.prepare("SELECT source, destination, temporary FROM file_move").all();
  const recorded = new Set(
    rows.flatMap((row: unknown) => {
      const { source, destination, temporary } = Object(row);
      return [basename(String(source)), basename(String(destination)), String(temporary), `${String(temporary)}.part`];
    }),
  );
  for (const name of names) if (!recorded.has(name)) await rm(join(folder, name), { recursive: true, force: true });
}
