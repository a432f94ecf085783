import { sep } from "node:path";
import type { Database } from "./database.js";

// Every column of the state that holds an absolute path of a picture, a caption or their folder.
const columns: readonly (readonly [table: string, column: string])[] = [
  ["change_step", "folder"],
  ["file_change", "path"],
  ["file_move", "source"],
  ["file_move", "destination"],
  ["doubt_answer", "folder"],
  ["doubt_answer", "path"],
  ["recent_folder", "folder"],
  ["training_plan", "folder"],
  ["sweep", "folder"],
  ["file_content", "path"],
];

/**
 * A folder was moved by somebody else: what is recorded of it, and of what lies below it, is of the new place from now on, so
 * that its steps can still be undone. Call inside a transaction. What the new place has already stays as it is.
 */
export function rebaseFolder(database: Database, from: string, to: string): void {
  const below = from.endsWith(sep) ? from : from + sep;
  for (const [table, column] of columns) {
    database
      .prepare(
        `UPDATE OR IGNORE ${table} SET ${column} = ?1 || substr(${column}, ?2)
         WHERE ${column} = ?3 OR substr(${column}, 1, ?4) = ?5`,
      )
      .run(to, from.length + 1, from, below.length, below);
  }
}
