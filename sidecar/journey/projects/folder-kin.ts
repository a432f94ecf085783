import { basename, dirname, sep } from "node:path";
import { repeatsOf } from "../../dataset/scan.js";
import type { Database } from "../../store/database.js";

// The steps, by the names that the dataset room gives them, whose copies and moves fill another folder with the same pictures.
const growing = ["Arrange for training", "Remove backgrounds", "Resize and crop"];

/** The folder above `10_okara`, which the trainer is given; null for a folder of another name. */
export const aboveRepeats = (folder: string): string | null =>
  repeatsOf(basename(folder)) === null ? null : dirname(folder);

/** The folder out of which another was made, by the journal; null where it tells of none. */
export function grownFrom(database: Database, folder: string): string | null {
  const below = folder.endsWith(sep) ? folder : folder + sep;
  const row = database
    .prepare(
      `SELECT change_step.folder FROM file_move JOIN change_step ON change_step.id = step
       WHERE substr(destination, 1, ?) = ? AND change_step.folder <> ? AND undone = 0
         AND name IN (SELECT value FROM json_each(?))
       ORDER BY file_move.id DESC LIMIT 1`,
    )
    .get(below.length, below, folder, JSON.stringify(growing));
  return row ? String(Object(row).folder) : null;
}
