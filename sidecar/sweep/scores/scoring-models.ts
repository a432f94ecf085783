import type { Database } from "../../store/database.js";
import { modelById, type ScoredModel, scoreTable } from "../../store/score-table.js";
import { builtInModel } from "../../tagging/model.js";
import { listModels } from "../../tagging/models/list-models.js";
import { SCORE_JOB } from "./score-job.js";
import { parseScoringParams } from "./scoring-item.js";

/** The latest scoring of a sweep: its job and its taggers. */
export function lastScoring(database: Database, sweep: number): { job: number; models: string[] } | null {
  const row = database
    .prepare(
      "SELECT id, params FROM job WHERE kind = ? AND json_extract(params, '$.sweep') = ? ORDER BY id DESC LIMIT 1",
    )
    .get(SCORE_JOB, sweep);
  if (!row) return null;
  const { id, params } = Object(row);
  return { job: Number(id), models: parseScoringParams(JSON.parse(String(params))).models };
}

/** The model that scored most of these contents, the newest of several; null where none did. */
function commonest(database: Database, contents: readonly string[]): ScoredModel | null {
  const counts = new Map<number, number>();
  const table = scoreTable(database);
  for (const content of contents) {
    for (const model of table.models(content)) counts.set(model, (counts.get(model) ?? 0) + 1);
  }
  const [best] = [...counts].sort((left, right) => right[1] - left[1] || right[0] - left[0]);
  return best ? modelById(database, best[0]) : null;
}

/**
 * The tagger that a sweep is scored with where none is named: the one of its last scoring, else the one that scored its
 * training pictures if it is here, else the first on this machine that is no built-in one, else that.
 */
export async function usualModel(
  database: Database,
  { sweep, trainingContents }: { sweep: number; trainingContents: readonly string[] },
): Promise<string[]> {
  const last = lastScoring(database, sweep);
  if (last && last.models.length > 0) return last.models;
  const here = (await listModels(database, { showFolders: true })).filter(({ state }) => state === "here");
  const scored = commonest(database, trainingContents)?.name;
  const known = here.find(({ name, builtIn }) => name === scored && !builtIn) ?? here.find(({ builtIn }) => !builtIn);
  return [known?.model ?? builtInModel];
}
