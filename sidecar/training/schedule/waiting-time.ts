import { StudioError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { oneRun } from "../runs/run-table.js";

const change = (database: Database, id: number, sql: string, ...values: (string | number)[]): void => {
  database.prepare(`UPDATE training_run SET meant = ${sql}, revision = revision + 1 WHERE id = ?`).run(...values, id);
};

/** Keeps by how many seconds a run's time was missed. */
export const markLate = (database: Database, id: number, seconds: number): void =>
  change(database, id, "json_set(meant, '$.late', ?)", seconds);

/** Gives a waiting run another time; null: when its turn comes. @throws StudioError "badArguments" when it waits no more */
export function setWaitingTime(database: Database, id: number, notBefore: string | null): void {
  const { state } = oneRun(database, id);
  if (state !== "queued") {
    throw new StudioError(
      "badArguments",
      say("Run {id} does not wait any more: it is {state}.", { id, state }),
      say("`train list` tells."),
    );
  }
  if (notBefore === null) change(database, id, "json_remove(meant, '$.notBefore', '$.late')");
  else change(database, id, "json_set(json_remove(meant, '$.late'), '$.notBefore', ?)", notBefore);
}
