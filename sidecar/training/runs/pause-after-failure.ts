import type { Settings } from "../../host/settings/settings.js";
import type { Database } from "../../store/database.js";
import { setTrainingSetting, trainingSetting } from "./run-table.js";

// What the setting "paused" holds then; otherwise the user paused.
const FAILED = /^failed (\d+)$/;

/** Pauses the queue because of a run, where the user wants that. */
export function pauseAfterFailure(database: Database, settings: Settings, id: number): void {
  if (settings.get("training.pauseOnFailure") && trainingSetting(database, "paused") === null) {
    setTrainingSetting(database, "paused", `failed ${id}`);
  }
}

/** The run whose failure paused the queue; null when none did. */
export function pausedBy(database: Database): number | null {
  const found = FAILED.exec(trainingSetting(database, "paused") ?? "");
  return found === null ? null : Number(found[1]);
}
