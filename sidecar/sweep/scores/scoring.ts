import { join } from "node:path";
import type { CardGate } from "../../host/inference/card-gate.js";
import type { JobEngine } from "../../host/jobs/job-engine.js";
import type { JobKind } from "../../host/jobs/job-kind.js";
import { createJob, getJob, setJobState } from "../../host/jobs/job-store.js";
import type { Database } from "../../store/database.js";
import { requireModel } from "../../tagging/models/ready-model.js";
import { knownModels, missingLooks, type SweepToScore, sweepToScore } from "./gather-evidence.js";
import { SCORE_JOB, scoreJob } from "./score-job.js";
import type { ScoredPicture, ScoringItem, ScoringParams } from "./scoring-item.js";
import { lastScoring, usualModel } from "./scoring-models.js";

/** What scoring works with. */
export interface ScoringRoom {
  database: Database;
  engine: JobEngine;
  stateFolder: string;
}

/** Where relative names of tagger folders are meant from. */
export const modelsFolder = (stateFolder: string): string => join(stateFolder, "models");

/** What is still to be looked at for a sweep, by these taggers. @throws StudioError "notFound" */
async function looksToTake(
  { database, stateFolder }: Omit<ScoringRoom, "engine">,
  { sweep, models }: ScoringParams,
): Promise<ScoringItem[]> {
  const known = await knownModels(database, models, modelsFolder(stateFolder));
  return missingLooks(database, await sweepToScore({ database, stateFolder }, sweep), { models: known, stateFolder });
}

/** The taggers of a sweep: named, or the usual ones. */
export async function modelsFor(
  { database }: Pick<ScoringRoom, "database">,
  { sweep, training }: SweepToScore,
  named: readonly string[] | undefined,
): Promise<string[]> {
  if (named && named.length > 0) return [...named];
  const trainingContents = training.flatMap(({ content }) => content ?? []);
  return usualModel(database, { sweep: sweep.id, trainingContents });
}

/** The job that scores a sweep right now, or null. */
export function runningScoring(database: Database, sweep: number): number | null {
  const last = lastScoring(database, sweep);
  return last && getJob(database, last.job).state === "running" ? last.job : null;
}

/**
 * Looks at what was drawn since the last time, in the background. While a job of the sweep runs, that one is told.
 * @returns the job, null where nothing is to be looked at
 * @throws StudioError "notFound", or as `requireModel` before any job is made
 */
export async function startScoring(
  room: ScoringRoom,
  id: number,
  named?: readonly string[],
): Promise<{ jobId: number | null; toScore: number }> {
  const { database, engine, stateFolder } = room;
  const target = await sweepToScore(room, id);
  const models = await modelsFor(room, target, named);
  const before = lastScoring(database, id);
  const isSame = before !== null && JSON.stringify(before.models) === JSON.stringify(models);
  const running = runningScoring(database, id);
  if (running !== null && isSame) {
    const { total, done, failed } = getJob(database, running);
    return { jobId: running, toScore: total - done - failed };
  }
  if (running !== null) engine.cancel(running);
  for (const model of models) await requireModel(model, modelsFolder(stateFolder));
  const params: ScoringParams = { sweep: id, models };
  const items = missingLooks(database, target, {
    models: await knownModels(database, models, modelsFolder(stateFolder)),
    stateFolder,
  });
  if (items.length === 0 && isSame) return { jobId: null, toScore: 0 };
  // A job without items keeps which taggers were chosen.
  const job = createJob(
    database,
    SCORE_JOB,
    params,
    items.map((item) => ({ item })),
  );
  setJobState(database, job, "running");
  engine.start(job);
  return { jobId: job, toScore: new Set(items.map(({ path }) => path)).size };
}

/** The job kind "sweepScore" of a studio. */
export const sweepScoreJob = (
  room: Omit<ScoringRoom, "engine"> & { gate: CardGate },
): JobKind<ScoringParams, ScoringItem, ScoredPicture> =>
  scoreJob({
    gate: room.gate,
    database: room.database,
    modelsFolder: modelsFolder(room.stateFolder),
    missing: (params) => looksToTake(room, params),
  });
