import type { SweepCells } from "../cells/sweep-cells.js";
import type { ControlLooks } from "./control-looks.js";
import type { DrawRequest } from "./draw-request.js";
import type { DrawingTask } from "./drawing-task.js";
import type { DrawnControl } from "./first-cell.js";

/** One picture: a cell that shows it, its key, and the number of its group in the order of drawing. */
export interface SweepItem {
  index: number;
  key: string;
  group: number;
}

/** @throws Error for a cell that is not drawn */
export function taskOf(cells: SweepCells, { index, key, group }: SweepItem): DrawingTask {
  const { resolved } = cells;
  const request = resolved.requestOf(index);
  if (request === null) throw new Error(`cell ${index} is not to be drawn`);
  const control = request.lora === null ? null : resolved.keyOf(resolved.controlOf(index));
  return { key, index, group, request, control };
}

/** Of all cells that are drawn. */
export function* requestsOf({ resolved }: SweepCells): Generator<DrawRequest> {
  for (let index = 0; index < resolved.cellCount; index += 1) {
    const request = resolved.requestOf(index);
    if (request !== null) yield request;
  }
}

/** A control that is drawn already, with its pixels; null where there is none. */
export async function recordedControl(cells: SweepCells, controls: ControlLooks): Promise<DrawnControl | null> {
  for (const key of cells.keys) {
    const [index] = cells.indexesOf(key);
    if (index === undefined || cells.markOf(key)?.state !== "drawn") continue;
    const task = taskOf(cells, { index, key, group: 0 });
    const look = task.control === null ? await controls.of(key) : null;
    if (look !== null) return { task, look };
  }
  return null;
}
