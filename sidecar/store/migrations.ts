import { setMigrations } from "./migrations/sets.js";
import { sweepMigrations } from "./migrations/sweeps.js";
import { trainingMigrations } from "./migrations/training.js";

/**
 * The state's tables, one entry a schema version, in the order in which the rooms came; an entry that has been released is never
 * edited, only followed. `change_step`/`file_change` are the journal, `job`/`job_item` the embedded job engine.
 */
export const migrations: readonly string[] = [...setMigrations, ...trainingMigrations, ...sweepMigrations];
