import { StudioError } from "../../host/studio-error.js";
import { type Database, transaction } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { isAway, type MeantRun, type RunOutcome, type RunRecord, type RunState } from "./run-record.js";

const states: readonly RunState[] = ["queued", "running", "succeeded", "failed", "stopped", "unknown"];

function record(row: unknown): RunRecord {
  const { id, name, state, meant, after_save, queued, started, ended, outcome, revision } = Object(row);
  const told = (value: unknown): string | null => (value === null ? null : String(value));
  // What this program wrote itself, of this version: migrations change it when its shape changes.
  const meantRun: MeantRun = Object(JSON.parse(String(meant)));
  const came: RunOutcome | null = outcome === null ? null : Object(JSON.parse(String(outcome)));
  return {
    id: Number(id),
    name: String(name),
    state: states.find((known) => known === state) ?? "unknown",
    meant: meantRun,
    afterSave: Number(after_save) === 1,
    queued: String(queued),
    started: told(started),
    ended: told(ended),
    outcome: came,
    revision: Number(revision),
  };
}

/** As `addRun`, for who has begun a transaction. */
export function addRunWithin(database: Database, name: string, meant: MeantRun): number {
  const row = database.prepare("SELECT coalesce(max(position), 0) AS last FROM training_run").get();
  const { lastInsertRowid } = database
    .prepare("INSERT INTO training_run (name, state, position, meant, queued) VALUES (?, 'queued', ?, ?, ?)")
    .run(name, Number(Object(row).last) + 1, JSON.stringify(meant), new Date().toISOString());
  return Number(lastInsertRowid);
}

/** Puts a run at the end of the queue. */
export const addRun = (database: Database, name: string, meant: MeantRun): number =>
  transaction(database, () => addRunWithin(database, name, meant));

/** The latest first. */
export const allRuns = (database: Database): RunRecord[] =>
  database.prepare("SELECT * FROM training_run ORDER BY id DESC").all().map(record);

/** @throws StudioError "notFound" */
export function oneRun(database: Database, id: number): RunRecord {
  const row = database.prepare("SELECT * FROM training_run WHERE id = ?").get(id);
  if (row) return record(row);
  throw new StudioError("notFound", say("There is no run {id}.", { id }), say("`train list` names those there are."));
}

export const runsThat = (database: Database, state: "queued" | "running"): RunRecord[] =>
  database.prepare("SELECT * FROM training_run WHERE state = ? ORDER BY position, id").all(state).map(record);

/** Whether a run has a graphics card of this machine now; a stand-in needs none. */
export const isTraining = (database: Database): boolean =>
  runsThat(database, "running").some(({ meant }) => meant.trainer.kind === "sd-scripts" && !isAway(meant));

interface Change {
  state?: RunState;
  afterSave?: boolean;
  started?: string;
  ended?: string;
  outcome?: RunOutcome;
}

/** Each change is a new revision. */
export function changeRun(database: Database, id: number, { state, afterSave, started, ended, outcome }: Change): void {
  database
    .prepare(
      `UPDATE training_run SET state = coalesce(?, state), after_save = coalesce(?, after_save),
       started = coalesce(?, started), ended = coalesce(?, ended), outcome = coalesce(?, outcome), revision = revision + 1
       WHERE id = ?`,
    )
    .run(
      state ?? null,
      afterSave === undefined ? null : Number(afterSave),
      started ?? null,
      ended ?? null,
      outcome === undefined ? null : JSON.stringify(outcome),
      id,
    );
}

/** Gives waiting runs this order; those that are not named follow. */
export function orderRuns(database: Database, ids: readonly number[]): void {
  transaction(database, () => {
    const waiting = runsThat(database, "queued").map(({ id }) => id);
    const named = ids.filter((id) => waiting.includes(id));
    const rest = waiting.filter((id) => !named.includes(id));
    const statement = database.prepare("UPDATE training_run SET position = ?, revision = revision + 1 WHERE id = ?");
    for (const [index, id] of [...named, ...rest].entries()) statement.run(index + 1, id);
  });
}

/** `install`: folder of the newest installation; `installed`: the one whose trainer was chosen when it was whole. */
type TrainingSetting = "paused" | "install" | "installed";

/** What the training room notes for itself, by name; null when it never did. What the user sets is in the settings. */
export function trainingSetting(database: Database, name: TrainingSetting): string | null {
  const row = database.prepare("SELECT value FROM training_setting WHERE name = ?").get(name);
  return row ? String(Object(row).value) : null;
}

export function setTrainingSetting(database: Database, name: TrainingSetting, value: string | null): void {
  if (value === null) database.prepare("DELETE FROM training_setting WHERE name = ?").run(name);
  else database.prepare("INSERT OR REPLACE INTO training_setting (name, value) VALUES (?, ?)").run(name, value);
}
