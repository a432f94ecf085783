import { jobParams } from "../../host/jobs/job-store.js";
import { reportError } from "../../host/studio-error.js";
import { oneSweep, sweepOfJob } from "../cells/sweep-table.js";
import { nextWanted } from "./judge-stored.js";
import { SCORE_JOB } from "./score-job.js";
import { type ScoringRoom, startScoring } from "./scoring.js";
import { parseScoringParams } from "./scoring-item.js";

interface FollowRoom extends ScoringRoom {
  /** Draws further cells of a search. */
  want(id: number, wanted: readonly number[]): Promise<unknown>;
}

const SWEEP_JOB = "sweep";

/**
 * Looks at a sweep's pictures as soon as they are drawn, so that its report is there unasked, and goes on with a search when
 * they are scored. What hinders scoring is told when somebody asks for the scores.
 */
export function followSweeps(room: FollowRoom): void {
  const { database, engine } = room;
  const goOn = async (id: number): Promise<void> => {
    const { settings, state, wanted } = oneSweep(database, id);
    if (settings.search !== "coarse-to-fine" || state !== "done" || wanted === null) return;
    const next = await nextWanted(room, id, wanted);
    if (next && next.length > wanted.length) await room.want(id, next);
  };
  const scoreThenGoOn = async (id: number): Promise<void> => {
    const { jobId } = await startScoring(room, id);
    if (jobId === null) await goOn(id);
  };
  const quietly = (work: Promise<void>): void => {
    work.catch((error: unknown) => void process.stderr.write(`${reportError(error).message}\n`));
  };
  engine.onChange(({ kind, state, jobId }) => {
    if (state !== "done") return;
    if (kind === SWEEP_JOB) {
      const sweep = sweepOfJob(database, jobId);
      if (sweep && !sweep.removed) quietly(scoreThenGoOn(sweep.id));
    }
    if (kind === SCORE_JOB) quietly(goOn(parseScoringParams(jobParams(database, jobId)).sweep));
  });
}
