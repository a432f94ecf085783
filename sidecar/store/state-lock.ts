import { join } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";

/** Held by one process at a time; the system lets it go when the process dies, however it dies. */
export interface FileLock {
  release(): void;
}

// Referenced here, because a lock whose database object is garbage-collected is let go.
const held = new Set<DatabaseSyncInstance>();

const SQLITE_BUSY = 5;

/** Takes the lock that a file stands for (made if need be), or answers null when somebody else has it. @throws when the disk knows no locks */
export function takeFileLock(file: string): FileLock | null {
  const database = new DatabaseSync(file);
  held.add(database);
  const release = (): void => {
    held.delete(database);
    database.close();
  };
  try {
    database.exec("PRAGMA busy_timeout = 0");
    database.exec("BEGIN EXCLUSIVE");
    return { release };
  } catch (error) {
    release();
    if (Object(error).errcode === SQLITE_BUSY) return null;
    throw error;
  }
}

/** Takes the lock of a state folder; null when another process works on it, which writes where it is in endpoint.json. */
export const takeStateLock = (folder: string): FileLock | null => takeFileLock(join(folder, "lock.sqlite"));
