import { stateFolder } from "../host/state-folder.js";
import { type Database, openDatabase } from "../store/database.js";
import { followJournal } from "../store/journal.js";

/** Opens the state for one command, after the files have caught up with what was committed before a crash. */
export async function withState<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = openDatabase(stateFolder());
  try {
    await followJournal(database);
    return await work(database);
  } finally {
    database.close();
  }
}
