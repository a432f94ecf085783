import type { PlannedItem } from "../../host/jobs/job-kind.js";
import type { SweepCells } from "../cells/sweep-cells.js";
import { cellGroups } from "../plan/cell-groups.js";
import type { SweepItem } from "./sweep-tasks.js";

/** One item of each picture that is to be drawn, in the order that changes as little as can be from one to the next. */
export function sweepItems(cells: SweepCells, wanted: ReadonlySet<string>): PlannedItem<SweepItem>[] {
  const { resolved } = cells;
  const groups = cellGroups(resolved, (index) => wanted.has(resolved.keyOf(index) ?? ""));
  return groups.flatMap(({ cells: indexes }, group) =>
    indexes.map((index) => ({ item: { index, key: resolved.keyOf(index) ?? "", group } })),
  );
}
