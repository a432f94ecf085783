import type { Database } from "../../store/database.js";
import { resolveSweep } from "../plan/resolve-sweep.js";
import type { PictureMark } from "./picture-table.js";
import type { Revisions } from "./revisions.js";
import { openSweepCells, type SweepCells } from "./sweep-cells.js";
import type { SweepRecord } from "./sweep-table.js";

/** The cells of the sweeps that somebody looks at or draws. */
export interface OpenSweeps {
  cellsOf(sweep: SweepRecord): SweepCells;
  /** A picture was written: every sweep that has it shows it. */
  put(mark: PictureMark): void;
  forget(keys: readonly string[]): void;
}

// A sweep of 100,000 cells takes some 30 MB.
const MOST_OPEN = 6;

export function createOpenSweeps(database: Database, revisions: Revisions): OpenSweeps {
  const open = new Map<number, { meaning: string; cells: SweepCells }>();
  return {
    cellsOf(sweep) {
      const meaning = JSON.stringify([sweep.settings, sweep.facts, sweep.wanted]);
      const known = open.get(sweep.id);
      open.delete(sweep.id);
      const entry =
        known?.meaning === meaning
          ? known
          : {
              meaning,
              cells: openSweepCells(database, revisions, {
                resolved: resolveSweep(sweep.settings, sweep.facts),
                wanted: sweep.wanted,
                meant: sweep.meant,
              }),
            };
      open.set(sweep.id, entry);
      const [oldest] = open.keys();
      if (open.size > MOST_OPEN && oldest !== undefined) open.delete(oldest);
      return entry.cells;
    },
    put(mark) {
      for (const { cells } of open.values()) cells.put(mark);
    },
    forget(keys) {
      for (const { cells } of open.values()) cells.forget(keys);
    },
  };
}
