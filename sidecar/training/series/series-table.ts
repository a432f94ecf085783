import { type Database, transaction } from "../../store/database.js";
import type { MeantRun, RunSeries } from "../runs/run-record.js";
import { addRunWithin } from "../runs/run-table.js";

export interface SeriesRun {
  name: string;
  meant: MeantRun;
  differs: RunSeries["differs"];
}

/** Puts all of them at the end of the queue, or none. @returns the series' id, and those of its runs in their order */
export function addSeries(database: Database, runs: readonly SeriesRun[]): { id: number; runIds: number[] } {
  return transaction(database, () => {
    const row = database.prepare(
      "SELECT coalesce(max(json_extract(meant, '$.series.id')), 0) AS last FROM training_run",
    );
    const id = Number(Object(row.get()).last) + 1;
    const runIds = runs.map(({ name, meant, differs }) =>
      addRunWithin(database, name, { ...meant, series: { id, differs } }),
    );
    return { id, runIds };
  });
}
