import type { Database } from "../../store/database.js";
import { setTrainingSetting, trainingSetting } from "./run-table.js";

// What the setting "paused" holds then; otherwise the user paused.
const FAILED = /^failed (\d+)$/;

/** Whether a run that fails pauses the queue. */
export const pausesOnFailure = (database: Database): boolean => trainingSetting(database, "pauseOnFailure") !== null;

export const setPauseOnFailure = (database: Database, wanted: boolean): void =>
  setTrainingSetting(database, "pauseOnFailure", wanted ? "yes" : null);

/** Pauses the queue because of a run, where the user wants that. */
export function pauseAfterFailure(database: Database, id: number): void {
  if (pausesOnFailure(database) && trainingSetting(database, "paused") === null) {
    setTrainingSetting(database, "paused", `failed ${id}`);
  }
}

/** The run whose failure paused the queue; null when none did. */
export function pausedBy(database: Database): number | null {
  const found = FAILED.exec(trainingSetting(database, "paused") ?? "");
  return found === null ? null : Number(found[1]);
}
