import type { Result } from "../../../protocol/validate.js";
import type { Database } from "../../store/database.js";
import type { SweepCells } from "../cells/sweep-cells.js";
import type { SweepRecord } from "../cells/sweep-table.js";
import { cellGroups, countMerges } from "../plan/cell-groups.js";
import { seedBatches } from "../plan/seed-batches.js";
import { type LiveSweep, median } from "./live-sweeps.js";

type Pace = Pick<
  Result<"sweep/get">,
  "secondsPerPicture" | "secondsLeft" | "ownMillisecondsPerCell" | "webuis" | "merges" | "requests"
>;

interface PaceOf {
  database: Database;
  sweep: SweepRecord;
  cells: SweepCells;
  live: LiveSweep | null;
}

// The same cells cost the same.
const costs = new WeakMap<SweepCells, Pick<Pace, "merges" | "requests">>();

function costOf(cells: SweepCells, batchSize: number): Pick<Pace, "merges" | "requests"> {
  const known = costs.get(cells);
  if (known) return known;
  const groups = cellGroups(cells.resolved);
  const requests = groups.reduce((sum, group) => sum + seedBatches(cells.resolved, group, batchSize).length, 0);
  const cost = { merges: countMerges(groups), requests };
  costs.set(cells, cost);
  return cost;
}

/** Of the pictures that are kept, where none is drawn now. */
function keptPace(database: Database, cells: SweepCells): { seconds: number[]; own: number[] } {
  const rows = database
    .prepare("SELECT seconds, own FROM sweep_picture WHERE key IN (SELECT value FROM json_each(?))")
    .all(JSON.stringify([...cells.keys]))
    .map(Object);
  const numbers = (values: unknown[]): number[] => values.filter((value) => typeof value === "number");
  return { seconds: numbers(rows.map(({ seconds }) => seconds)), own: numbers(rows.map(({ own }) => own)) };
}

/** How fast a sweep is drawn and who draws it. Times are medians. */
export function sweepPace({ database, sweep, cells, live }: PaceOf): Pace {
  const { seconds, own } = live && live.seconds.length > 0 ? live : keptPace(database, cells);
  const secondsPerPicture = median(seconds);
  const webuis = live?.pool.webuis() ?? [];
  const waiting = cells.counts().waiting;
  const hands = Math.max(1, webuis.filter(({ state }) => state === "drawing").length);
  return {
    ...costOf(cells, sweep.settings.batchSize ?? 1),
    secondsPerPicture,
    secondsLeft: secondsPerPicture === null || sweep.state !== "drawing" ? null : (waiting * secondsPerPicture) / hands,
    ownMillisecondsPerCell: median(own),
    webuis: webuis.map(({ problem: _, ...told }) => told),
  };
}
