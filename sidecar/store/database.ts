import { join } from "node:path";
import { DatabaseSync, type DatabaseSyncInstance } from "@photostructure/sqlite";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import { migrations } from "./migrations.js";

export type Database = DatabaseSyncInstance;

// Two commands may share the state for a moment; a writer waits this long for the other to finish.
const BUSY_TIMEOUT_MS = 10_000;

function userVersion(database: Database): number {
  const row = database.prepare("PRAGMA user_version").get();
  const value = row && typeof row === "object" && "user_version" in row ? row.user_version : 0;
  return Number(value);
}

/** Runs `work` in one write transaction; nothing of it stays when it throws. */
export function transaction<T>(database: Database, work: () => T): T {
  database.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    database.exec("COMMIT");
    return result;
  } catch (error) {
    database.exec("ROLLBACK");
    throw error;
  }
}

/** Rows written by this process so far: the same number means that nothing has changed. */
export function writesSoFar(database: Database): number {
  return Number(Object(database.prepare("SELECT total_changes() AS writes").get()).writes);
}

/** Opens `folder/state.sqlite` (WAL) and brings its tables up to date. @throws StudioError when a newer program made it. */
export function openDatabase(folder: string): Database {
  const database = new DatabaseSync(join(folder, "state.sqlite"));
  database.exec(`PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`);
  database.exec("PRAGMA journal_mode = WAL");
  database.exec("PRAGMA foreign_keys = ON");
  transaction(database, () => {
    const version = userVersion(database);
    if (version > migrations.length) {
      throw new StudioError(
        "internal",
        say("The state in {folder} has version {version}; this program knows versions up to {newest}.", {
          folder,
          version,
          newest: migrations.length,
        }),
        say("Update LoRA Atelier, or set ATELIER_HOME to another folder."),
      );
    }
    for (const migration of migrations.slice(version)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${migrations.length}`);
  });
  return database;
}
