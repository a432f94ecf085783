import type { ErrorReport, Said } from "../studio-error.js";

/** What a job must have for itself while it runs. */
export type JobNeed = "cpu" | "network" | `gpu:${number}`;

/** How much of something big is done, for work whose items say too little: a download of two files. */
export interface JobAmount {
  done: number;
  total: number;
  unit: "bytes";
}

/** What has the graphics card now, and which of them: a training's name, or the title of a WebUI. */
export interface CardUser {
  by: "training" | "sweep" | "webui";
  title: string;
}

/** What a kind gets to work with; `onAmount` may be called at any time, null takes the amount back. */
export interface JobContext {
  signal: AbortSignal;
  onAmount(amount: JobAmount | null): void;
  /** Who has the graphics card, so that this job waits or uses the CPU; null: nobody any more. */
  onBeside?(user: CardUser | null): void;
}

/** An item as planned: `done` is what the job's table keeps of one that needs no work, `failed` why one cannot be worked on. */
export interface PlannedItem<Item> {
  item: Item;
  done?: unknown;
  failed?: ErrorReport;
}

/**
 * A kind of work made of items. Its bench runs them, anywhere: idempotent, plain data in and out (what structured clone takes), no database. Its
 * ledger, beside the state, writes what came of them.
 */
export interface JobKind<Params, Item, Result> {
  name: string;
  needs: JobNeed;
  /** Items worked on at a time. */
  concurrency: number;
  parseParams(stored: unknown): Params;
  parseItem(stored: unknown): Item;
  plan(params: Params): Promise<PlannedItem<Item>[]>;
  /** What runs items: a process, a connection. Opened once a run and closed at its end. */
  open(params: Params, context: JobContext): Promise<JobBench<Item, Result>>;
  /** Where results are written; opened before the bench. */
  openLedger(params: Params, context: JobContext & { job: number }): Promise<JobLedger<Item, Result>>;
  /** How its items reach other machines' benches; without it they run here only. */
  travel?: JobTravel<Params, Item, Result>;
}

export const workerRoles = ["tag", "score", "prepare", "sweep", "train"] as const;
/** What a machine offers to do for the studio. */
export type WorkerRole = (typeof workerRoles)[number];

/**
 * What must go along to another machine. Each answers with what stands for it in the JSON that is sent; there it becomes an
 * absolute path. @throws StudioError "notFound" when a file is gone
 */
export interface Luggage {
  /** A file, by its absolute path; its suffix is kept. */
  file(path: string): Promise<unknown>;
  /** A folder of these files, absolute paths by their names in it. */
  folder(files: Readonly<Record<string, string>>): Promise<unknown>;
  /** A file that is written there, and comes back to this absolute path. */
  output(path: string): unknown;
}

/** A file as it went along: what was changed since is another one, whatever is said of it. */
export interface SentFile {
  /** SHA-256, hex. */
  content: string;
  /** Size in bytes and time of change, in milliseconds. */
  stamp: { size: number; modified: number };
}
export type SentFiles = ReadonlyMap<string, SentFile>;

/** What was sent of a picture. @throws TypeError when a machine says that it was another one */
export function sentAs(sent: SentFiles, path: string, content: unknown): SentFile {
  const file = sent.get(path);
  if (file === undefined || file.content !== content) throw new TypeError("a result of another picture");
  return file;
}

/** How items travel: their bench runs elsewhere, on what the kind's own parsers make of the packed JSON. */
export interface JobTravel<Params, Item, Result> {
  role: WorkerRole;
  /** False for an item with nothing to compute: it stays. */
  travels(item: Item): boolean;
  packParams(params: Params, luggage: Luggage): Promise<unknown>;
  packItem(item: Item, luggage: Luggage): Promise<unknown>;
  /**
   * A result as it came back → as if it had been made here. @param sent the files that went along with the item, by their paths here
   * @throws Error for anything a bench of this kind never gives
   */
  parseResult(item: Item, came: unknown, sent: SentFiles): Result;
}

export interface JobLedger<Item, Result> {
  /**
   * Writes one result inside the engine's transaction, so that an item is done exactly once.
   * @returns what the job's table keeps of it, plain JSON
   */
  commit(item: Item, result: Result): unknown;
  /** Called after each item, outside the transaction; the files follow here. */
  follow(): Promise<void>;
  /** What needs all items together, in the transaction that ends the job. */
  finish?(): void;
}

export interface JobBench<Item, Result> {
  run(item: Item): Promise<Result>;
  close(): Promise<void>;
}

export interface JobProgress {
  done: number;
  failed: number;
  total: number;
}

export type JobStateName = "running" | "done" | "cancelled" | "failed";

export interface JobState extends JobProgress {
  jobId: number;
  kind: string;
  state: JobStateName;
  /** Rises with every change. */
  revision: number;
  /** Why it failed, in English, with what to do; `said` is both in their parts. */
  message?: string;
  said?: Said;
  /** Only while it runs, never stored; changes without a new revision. */
  amount?: JobAmount;
  /** As long as something else has the graphics card, and the job waits for it or uses the CPU. Never stored either. */
  beside?: CardUser;
}

/** What is known only while a job runs. */
export type LiveJob = Pick<JobState, "amount" | "beside">;

/** An item as the state keeps it: `input` and `result` are the JSON that went in and came out. */
export interface JobItemRecord {
  input: unknown;
  state: "pending" | "leased" | "done" | "failed";
  result: unknown;
  error: ErrorReport | null;
}
