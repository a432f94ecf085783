import type { Result } from "../../../../protocol/validate.js";
import { scoresMethods } from "../../scores/methods.js";
import type { SweepRoom } from "../../sweep-room.js";

/** What the scores say of a sweep by now. Null where nothing was scored, or the scores cannot be read: it is told without them. */
export async function currentReport(room: SweepRoom, id: number): Promise<Result<"sweep/report"> | null> {
  try {
    const report = await scoresMethods(room)["sweep/report"]({ id });
    return report.checkpoints.length === 0 ? null : report;
  } catch {
    return null;
  }
}
