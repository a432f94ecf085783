import type { Result } from "../../../../protocol/validate.js";
import { scoresMethods } from "../../scores/methods.js";
import type { SweepRoom } from "../../sweep-room.js";

/** What the scores say of a sweep by now. Null where nothing was scored, or the scores cannot be read: an export goes without. */
export async function currentReport(room: SweepRoom, id: number): Promise<Result<"sweep/report"> | null> {
  try {
    const report = await scoresMethods(room)["sweep/report"]({ id });
    return report.state === "nothing" || report.state === "unscored" ? null : report;
  } catch {
    return null;
  }
}

export type CellScores = Result<"sweep/scores">["cells"][number];

/** Scores of each scored cell by its index; empty as above. */
export async function currentScores(room: SweepRoom, id: number): Promise<ReadonlyMap<number, CellScores>> {
  try {
    const { cells } = await scoresMethods(room)["sweep/scores"]({ id });
    return new Map(cells.map((cell) => [cell.index, cell]));
  } catch {
    return new Map();
  }
}
