import type { Database } from "../../store/database.js";
import { type JudgedSweep, judgeSweep } from "../verdict/judge-sweep.js";
import { strengthVotes } from "../votes/strength-votes.js";
import type { SweepEvidence } from "./evidence.js";
import { gatherEvidence, knownModels, type SweepToScore, sweepToScore } from "./gather-evidence.js";
import { nextRound } from "./next-round.js";
import { modelsFolder, modelsFor } from "./scoring.js";

/** A sweep judged by what is kept of its pictures. */
export interface StoredJudgement {
  target: SweepToScore;
  /** Taggers that it is scored with, as they were named. */
  models: readonly string[];
  scored: number;
  toScore: number;
  evidence: SweepEvidence;
  judged: JudgedSweep;
}

// Who looks asks again and again while nothing changed; five thousand cells take two seconds to judge.
const latest = new WeakMap<Database, { key: string; judged: JudgedSweep }>();

function judgedOnce(database: Database, key: string, evidence: SweepEvidence): JudgedSweep {
  const known = latest.get(database);
  if (known?.key === key) return known.judged;
  const judged = judgeSweep(evidence);
  latest.set(database, { key, judged });
  return judged;
}

/** @throws StudioError "notFound" */
export async function judgeStored(
  { database, stateFolder }: { database: Database; stateFolder: string },
  id: number,
): Promise<StoredJudgement> {
  const target = await sweepToScore({ database, stateFolder }, id);
  const models = await modelsFor({ database }, target, undefined);
  const known = await knownModels(database, models, modelsFolder(stateFolder));
  const whole = known.filter((model) => model !== null);
  const { evidence, scored, toScore } = gatherEvidence(database, target, {
    models: whole.length === known.length ? whole : [],
    votes: strengthVotes(database, id, target.resolved),
  });
  const { drawn, training, resolved } = target;
  const key = JSON.stringify([id, models, scored, toScore, drawn, training, resolved.axes, evidence.votes]);
  return { target, models, scored, toScore, evidence, judged: judgedOnce(database, key, evidence) };
}

/**
 * Cells that a coarse-to-fine search wants next, earlier ones included; null when it has ended. To be asked when all that
 * it wanted before is drawn and scored.
 */
export async function nextWanted(
  room: { database: Database; stateFolder: string },
  id: number,
  wanted: readonly number[] | null,
): Promise<number[] | null> {
  const { target, judged } = await judgeStored(room, id);
  return nextRound(target.resolved, wanted, judged);
}
