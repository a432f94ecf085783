import type { Result } from "../../../protocol/validate.js";
import type { Database } from "../../store/database.js";
import type { SweepCells } from "../cells/sweep-cells.js";
import { median } from "./live-sweeps.js";

/** Which WebUIs drew the pictures that a sweep has, most first; seconds are the median a picture. */
export function drawnBy(database: Database, cells: SweepCells): Result<"sweep/get">["drawnBy"] {
  const rows = database
    .prepare(
      `SELECT webui, seconds FROM sweep_picture
       WHERE content IS NOT NULL AND webui IS NOT NULL AND key IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify([...cells.keys]))
    .map(Object);
  const seconds = new Map<string, number[]>();
  for (const row of rows) {
    const own = seconds.get(String(row.webui)) ?? [];
    seconds.set(String(row.webui), own);
    own.push(typeof row.seconds === "number" ? row.seconds : Number.NaN);
  }
  return [...seconds]
    .map(([title, all]) => ({ title, pictures: all.length, secondsPerPicture: median(all.filter((one) => one >= 0)) }))
    .sort((left, right) => right.pictures - left.pictures);
}
