import { reportError } from "../../host/studio-error.js";
import { type ScoringRoom, startScoring } from "./scoring.js";

/**
 * Looks at a sweep's pictures as soon as they are drawn, so that its report is there unasked. What hinders it is told when
 * somebody asks for the scores.
 * @returns how to stop
 */
export function scoreWhenDrawn(room: ScoringRoom, onProblem: (message: string) => void): () => void {
  const find = room.database.prepare("SELECT id FROM sweep WHERE job = ? AND removed = 0");
  return room.engine.onChange(({ kind, state, jobId }) => {
    if (kind !== "sweep" || state !== "done") return;
    const row = find.get(jobId);
    if (!row) return;
    startScoring(room, Number(Object(row).id)).catch((error: unknown) => onProblem(reportError(error).message));
  });
}
