import type { Database } from "../../store/database.js";

/**
 * After a program that ended anywhere: what was being paused is paused, and what has no job to draw it waits to be resumed. For who
 * holds the state's lock, before jobs go on.
 */
export function settleSweeps(database: Database): void {
  database.exec(`
    UPDATE job SET state = 'cancelled', revision = revision + 1
    WHERE kind = 'sweep' AND state = 'running'
      AND id NOT IN (SELECT job FROM sweep WHERE state = 'drawing' AND job IS NOT NULL);
    UPDATE sweep SET state = 'paused'
    WHERE state = 'drawing' AND (job IS NULL OR job NOT IN (SELECT id FROM job WHERE state = 'running'));
  `);
}
