import { dirname } from "node:path";
import { isInside, type Roots } from "../host/roots.js";
import type { Database } from "../store/database.js";

/**
 * A folder's steps may have moved files from or to other places: who may not go there may not turn them.
 * @throws StudioError "outsideRoots"
 */
export async function requireOwnHistory(
  folder: string,
  { database, roots, stateFolder }: { database: Database; roots: Roots; stateFolder: string },
): Promise<void> {
  if (!roots.exposed) return;
  const rows = database
    .prepare(
      `SELECT path FROM file_change JOIN change_step ON change_step.id = step WHERE folder = :folder
       UNION SELECT source FROM file_move JOIN change_step ON change_step.id = step WHERE folder = :folder
       UNION SELECT destination FROM file_move JOIN change_step ON change_step.id = step WHERE folder = :folder`,
    )
    .all({ folder });
  const places = new Set(rows.map((row: unknown) => dirname(String(Object(row).path))));
  for (const place of places) {
    // What waits in our own folder was put there by us.
    if (!isInside(stateFolder, place)) await roots.permitNew(place);
  }
}
