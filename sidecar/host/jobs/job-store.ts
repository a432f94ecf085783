import { type Database, transaction } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { type ErrorReport, StudioError, storedReport } from "../studio-error.js";
import type { JobItemRecord, JobState, JobStateName, PlannedItem } from "./job-kind.js";

const stateNames: readonly JobStateName[] = ["running", "done", "cancelled", "failed"];

const itemStates: readonly JobItemRecord["state"][] = ["pending", "leased", "done", "failed"];

const jobColumns = `
  SELECT job.id, job.kind, job.state, job.revision, job.message,
    count(item.ordinal) AS total, coalesce(sum(item.state = 'done'), 0) AS done, coalesce(sum(item.state = 'failed'), 0) AS failed
  FROM job LEFT JOIN job_item AS item ON item.job = job.id`;

/** Why a job failed: a report, or the plain words that earlier versions kept. */
function failureOf(kept: string): Pick<JobState, "message" | "said"> {
  if (!kept.startsWith("{")) return { message: kept };
  const { message, hint, said } = storedReport(JSON.parse(kept));
  return { message: `${message} ${hint}`.trim(), ...(said && { said }) };
}

function jobState(row: unknown): JobState {
  const { id, kind, state, revision, message, total, done, failed } = Object(row);
  return {
    jobId: Number(id),
    kind: String(kind),
    state: stateNames.find((name) => name === state) ?? "failed",
    revision: Number(revision),
    done: Number(done),
    failed: Number(failed),
    total: Number(total),
    ...(typeof message === "string" ? failureOf(message) : {}),
  };
}

/** Writes job and items in one transaction and returns the job's id. */
export function createJob(
  database: Database,
  kind: string,
  params: unknown,
  items: readonly PlannedItem<unknown>[],
): number {
  return transaction(database, () => {
    const statement = database.prepare("INSERT INTO job (kind, params, state, created) VALUES (?, ?, 'running', ?)");
    const job = Number(statement.run(kind, JSON.stringify(params), new Date().toISOString()).lastInsertRowid);
    const insert = database.prepare(
      "INSERT INTO job_item (job, ordinal, input, state, result, error) VALUES (?, ?, ?, ?, ?, ?)",
    );
    for (const [ordinal, { item, done, failed }] of items.entries()) {
      const state = failed ? "failed" : done === undefined ? "pending" : "done";
      const result = done === undefined ? null : JSON.stringify(done);
      insert.run(job, ordinal, JSON.stringify(item), state, result, failed ? JSON.stringify(failed) : null);
    }
    return job;
  });
}

/** The items to be worked on, in their order. */
export function pendingItems(database: Database, job: number): { ordinal: number; input: unknown }[] {
  const rows = database
    .prepare("SELECT ordinal, input FROM job_item WHERE job = ? AND state IN ('pending', 'leased') ORDER BY ordinal")
    .all(job);
  return rows.map((row: unknown) => ({
    ordinal: Number(Object(row).ordinal),
    input: JSON.parse(String(Object(row).input)),
  }));
}

export type ItemOutcome = { state: "done"; result: unknown } | { state: "failed"; error: ErrorReport };

/** One job's items as whoever works on them changes them; `settle` belongs into the transaction of the commit. */
export function itemTable(database: Database, job: number) {
  const setState = database.prepare("UPDATE job_item SET state = ? WHERE job = ? AND ordinal = ?");
  const settle = database.prepare("UPDATE job_item SET state = ?, result = ?, error = ? WHERE job = ? AND ordinal = ?");
  const revise = database.prepare("UPDATE job SET revision = revision + 1 WHERE id = ?");
  const setResult = database.prepare("UPDATE job_item SET result = ? WHERE job = ? AND ordinal = ?");
  return {
    /** Another result for an item that is done. */
    amend: (ordinal: number, result: unknown): void => void setResult.run(JSON.stringify(result), job, ordinal),
    lease: (ordinal: number): void => void setState.run("leased", job, ordinal),
    release: (ordinal: number): void => void setState.run("pending", job, ordinal),
    settle(ordinal: number, outcome: ItemOutcome): void {
      const result = outcome.state === "done" ? JSON.stringify(outcome.result) : null;
      const error = outcome.state === "failed" ? JSON.stringify(outcome.error) : null;
      settle.run(outcome.state, result, error, job, ordinal);
      revise.run(job);
    },
  };
}

/** Gives back what engines that ended had taken: whoever holds the state's lock knows that they are gone. */
export function releaseLeases(database: Database): void {
  database.exec("UPDATE job_item SET state = 'pending' WHERE state = 'leased'");
}

/** @throws StudioError "notFound" */
export const noJob = (job: number): StudioError =>
  new StudioError("notFound", say("There is no job {job}.", { job }), say("Look at the list of jobs for its number."));

/** @throws StudioError "notFound" */
export function getJob(database: Database, job: number): JobState {
  const row = database.prepare(`${jobColumns} WHERE job.id = ? GROUP BY job.id`).get(job);
  if (row) return jobState(row);
  throw noJob(job);
}

/** The newest jobs first. */
export function listJobs(database: Database, limit: number): JobState[] {
  return database.prepare(`${jobColumns} GROUP BY job.id ORDER BY job.id DESC LIMIT ?`).all(limit).map(jobState);
}

/** @param kind of another job nothing is told. @throws StudioError "notFound" */
export function jobParams(database: Database, job: number, kind?: string): unknown {
  const row = database.prepare("SELECT kind, params FROM job WHERE id = ?").get(job);
  if (!row || (kind !== undefined && Object(row).kind !== kind)) throw noJob(job);
  return JSON.parse(String(Object(row).params));
}

/** The newest job of this kind with these very parameters, if a crash, a cancel or a failure left it unfinished. */
export function unfinishedJob(database: Database, kind: string, params: unknown): number | null {
  const row = database
    .prepare("SELECT id, state FROM job WHERE kind = ? AND params = ? ORDER BY id DESC LIMIT 1")
    .get(kind, JSON.stringify(params));
  return row && Object(row).state !== "done" ? Number(Object(row).id) : null;
}

export function unfinishedJobs(database: Database): number[] {
  const rows = database.prepare("SELECT id FROM job WHERE state = 'running' ORDER BY id").all();
  return rows.map((row: unknown) => Number(Object(row).id));
}

export function setJobState(
  database: Database,
  job: number,
  state: JobStateName,
  failure: ErrorReport | null = null,
): void {
  database
    .prepare("UPDATE job SET state = ?, message = ?, revision = revision + 1 WHERE id = ?")
    .run(state, failure && JSON.stringify(failure), job);
}

/** All items of a job in their order. */
export function jobItems(database: Database, job: number): JobItemRecord[] {
  const rows = database
    .prepare("SELECT input, state, result, error FROM job_item WHERE job = ? ORDER BY ordinal")
    .all(job);
  return rows.map((row: unknown) => {
    const { input, state, result, error } = Object(row);
    const parsed = typeof error === "string" ? Object(JSON.parse(error)) : null;
    return {
      input: JSON.parse(String(input)),
      state: itemStates.find((name) => name === state) ?? "pending",
      result: typeof result === "string" ? JSON.parse(result) : null,
      error: parsed && storedReport(parsed),
    };
  });
}

/** Seconds a job has been worked on, over all its runs. */
export function jobSeconds(database: Database, job: number): number {
  return Number(Object(database.prepare("SELECT seconds FROM job WHERE id = ?").get(job)).seconds);
}
