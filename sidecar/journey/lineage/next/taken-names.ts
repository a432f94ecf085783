import { readdir } from "node:fs/promises";
import { storedPlans } from "../../../planning/stored-plans.js";
import type { RunRecord } from "../../../training/runs/run-record.js";
import { allRuns } from "../../../training/runs/run-table.js";
import { outputNameOf } from "../identify/known-files.js";
import type { LineageRoom } from "../lineage-room.js";

/** Names that a next version of a run must not have: of runs, of plans, and of what lies where its files go. */
export async function takenNames({ database }: LineageRoom, { meant }: RunRecord): Promise<string[]> {
  const files = await readdir(meant.outputFolder).catch(() => []);
  const runs = allRuns(database).flatMap((run) => [outputNameOf(run), run.meant.plan.name]);
  return [...files, ...runs, ...storedPlans(database, null).map(({ name }) => name)];
}
