import { join } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";

/** Held by the one process that works on the state; the system lets it go when the process dies, however it dies. */
export interface StateLock {
  release(): void;
}

// Referenced here, because a lock whose database object is garbage-collected is let go.
const held = new Set<DatabaseSyncInstance>();

/** Takes the lock of a state folder, or answers null when another process has it. */
export function takeStateLock(folder: string): StateLock | null {
  const database = new DatabaseSync(join(folder, "lock.sqlite"));
  try {
    database.exec("PRAGMA busy_timeout = 0");
    database.exec("BEGIN EXCLUSIVE");
  } catch {
    // Busy: whoever has it writes endpoint.json, which the caller reads.
    database.close();
    return null;
  }
  held.add(database);
  return {
    release() {
      held.delete(database);
      database.close();
    },
  };
}
