import PQueue from "p-queue";
import { type Database, transaction } from "../store/database.js";
import { type ErrorReport, reportError, StudioError } from "./studio-error.js";

/**
 * A kind of work made of items. `run` is idempotent, takes and gives plain JSON and sees no database;
 * `commit` writes the result inside the engine's transaction, so that an item is done exactly once.
 */
export interface JobKind<Params, Item, Result> {
  name: string;
  concurrency: number;
  parseItem(stored: unknown): Item;
  plan(params: Params): Item[];
  run(item: Item, context: { signal: AbortSignal }): Promise<Result>;
  commit(item: Item, result: Result, job: number): void;
  /** Called after a commit or a failure, outside the transaction; the files follow here. */
  afterItem?(item: Item): Promise<void>;
}

export interface JobProgress {
  done: number;
  failed: number;
  total: number;
}

/** An item as the state keeps it: `input` and `result` are the JSON that went in and came out. */
export interface JobItemRecord {
  input: unknown;
  state: "pending" | "done" | "failed";
  result: unknown;
  error: ErrorReport | null;
}

/** Writes job and items in one transaction and returns the job's id. */
export function createJob<P, I, R>(database: Database, kind: JobKind<P, I, R>, params: P): number {
  const items = kind.plan(params);
  return transaction(database, () => {
    const statement = database.prepare("INSERT INTO job (kind, params, state, created) VALUES (?, ?, 'running', ?)");
    const job = Number(statement.run(kind.name, JSON.stringify(params), new Date().toISOString()).lastInsertRowid);
    const insert = database.prepare("INSERT INTO job_item (job, ordinal, input, state) VALUES (?, ?, ?, 'pending')");
    for (const [ordinal, item] of items.entries()) insert.run(job, ordinal, JSON.stringify(item));
    return job;
  });
}

/** The newest unfinished job of this kind with these very parameters: what a crash or a cancel left. */
export function unfinishedJob(database: Database, kind: string, params: unknown): number | null {
  const row = database
    .prepare("SELECT id FROM job WHERE kind = ? AND params = ? AND state = 'running' ORDER BY id DESC LIMIT 1")
    .get(kind, JSON.stringify(params));
  return row ? Number(Object(row).id) : null;
}

function counts(database: Database, job: number): JobProgress {
  const row = Object(
    database
      .prepare(
        "SELECT count(*) AS total, sum(state = 'done') AS done, sum(state = 'failed') AS failed FROM job_item WHERE job = ?",
      )
      .get(job),
  );
  return { total: Number(row.total), done: Number(row.done ?? 0), failed: Number(row.failed ?? 0) };
}

/** Runs what is pending of a job. Failed items are kept with their error; one never stops the others. */
export async function runJob<P, I, R>(
  database: Database,
  kind: JobKind<P, I, R>,
  job: number,
  { signal, onProgress }: { signal: AbortSignal; onProgress?: (progress: JobProgress) => void },
): Promise<JobProgress> {
  const progress = counts(database, job);
  const queue = new PQueue({ concurrency: kind.concurrency });
  const settle = database.prepare("UPDATE job_item SET state = ?, result = ?, error = ? WHERE job = ? AND ordinal = ?");
  const work = async (ordinal: number, item: I): Promise<void> => {
    if (signal.aborted) return;
    try {
      const result = await kind.run(item, { signal });
      transaction(database, () => {
        kind.commit(item, result, job);
        settle.run("done", JSON.stringify(result), null, job, ordinal);
      });
      progress.done += 1;
    } catch (error) {
      // An aborted item has not failed: it stays pending for the next run.
      if (signal.aborted) return;
      settle.run("failed", null, JSON.stringify(reportError(error)), job, ordinal);
      progress.failed += 1;
    }
    await kind.afterItem?.(item);
    onProgress?.({ ...progress });
  };
  const rows = database
    .prepare("SELECT ordinal, input FROM job_item WHERE job = ? AND state = 'pending' ORDER BY ordinal")
    .all(job);
  for (const row of rows) {
    const { ordinal, input } = Object(row);
    const item = kind.parseItem(JSON.parse(String(input)));
    void queue.add(() => work(Number(ordinal), item)).catch((error: unknown) => queue.emit("error", error));
  }
  await new Promise<void>((resolve, reject) => {
    queue.once("error", reject);
    queue.onIdle().then(resolve, reject);
  });
  if (signal.aborted)
    throw new StudioError(
      "interrupted",
      "The job was interrupted.",
      "Run the same command again: finished pictures are not repeated.",
    );
  database.prepare("UPDATE job SET state = 'done', revision = revision + 1 WHERE id = ?").run(job);
  return counts(database, job);
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
      state: state === "done" || state === "failed" ? state : "pending",
      result: typeof result === "string" ? JSON.parse(result) : null,
      error: parsed && { code: String(parsed.code), message: String(parsed.message), hint: String(parsed.hint) },
    };
  });
}
