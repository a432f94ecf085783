import type { Database } from "../../../store/database.js";
import { batchShape } from "../../draw/batch-table.js";
import type { DrawRequest } from "../../draw/draw-request.js";

/** Seeds that one request was seen to draw as single ones do; 1 until that was tried, for the comparison comes while drawing. */
export function knownBatch(database: Database, request: DrawRequest): number {
  const row = database.prepare("SELECT max(same) AS same FROM sweep_batch WHERE shape = ?").get(batchShape(request));
  return Math.max(1, Number(Object(row).same ?? 1));
}
