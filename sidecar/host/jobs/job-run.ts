import { type Database, transaction } from "../../store/database.js";
import { say } from "../../words/sentence.js";
import { type ErrorReport, reportError, StudioError } from "../studio-error.js";
import type { CardUser, JobAmount, JobBench, JobKind, JobLedger, JobState } from "./job-kind.js";
import { getJob, itemTable, jobParams, pendingItems, setJobState } from "./job-store.js";

interface Watch {
  signal: AbortSignal;
  onChange?: (state: JobState) => void;
  /** Told how far something big is, null when it is done. */
  onAmount?: (amount: JobAmount | null) => void;
  /** Told who has the graphics card while the job waits for it or does without. */
  onBeside?: (user: CardUser | null) => void;
}

const interrupted = (): StudioError =>
  new StudioError(
    "interrupted",
    say("The job was interrupted."),
    say("Run the same command again: finished pictures are not repeated."),
  );

// What is wrong with the bench, not with the item on it.
const benchCodes: readonly string[] = [
  "inferenceFailed",
  "modelInvalid",
  "modelMissing",
  "offline",
  "accessRefused",
  "downloadFailed",
  "checksumMismatch",
  "diskFull",
];

/** A bench that broke fails the job, not the items that happened to be on it: they wait for the next run. */
export const breaksTheBench = ({ code }: Pick<ErrorReport, "code">): boolean => benchCodes.includes(code);

function addSeconds(database: Database, job: number, started: number): void {
  const seconds = (performance.now() - started) / 1000;
  database.prepare("UPDATE job SET seconds = seconds + ? WHERE id = ?").run(seconds, job);
}

/**
 * Runs what is pending of a job. Failed items are kept with their error; one never stops the others.
 * @throws StudioError "interrupted" when the signal aborts; "inferenceFailed" when the bench breaks.
 * Items that were not settled stay pending for the next run.
 */
export async function runJob<P, I, R>(
  database: Database,
  kind: JobKind<P, I, R>,
  job: number,
  { signal, onChange, onAmount = () => {}, onBeside = () => {} }: Watch,
): Promise<JobState> {
  const started = performance.now();
  const params = kind.parseParams(jobParams(database, job));
  const pending = pendingItems(database, job);
  try {
    const ledger = await kind.openLedger(params, { job, signal, onAmount });
    if (pending.length > 0) {
      const bench = await kind.open(params, { signal, onAmount, onBeside });
      try {
        await runItems(database, kind, { job, bench, ledger, pending, signal, onChange });
      } finally {
        await bench.close();
      }
    }
    if (signal.aborted) throw interrupted();
    transaction(database, () => {
      ledger.finish?.();
      setJobState(database, job, "done");
    });
    await ledger.follow();
  } finally {
    addSeconds(database, job, started);
  }
  const state = getJob(database, job);
  onChange?.(state);
  return state;
}

interface ItemsToRun<I, R> {
  job: number;
  bench: JobBench<I, R>;
  ledger: JobLedger<I, R>;
  pending: { ordinal: number; input: unknown }[];
  signal: AbortSignal;
  onChange: Watch["onChange"];
}

async function runItems<P, I, R>(database: Database, kind: JobKind<P, I, R>, run: ItemsToRun<I, R>): Promise<void> {
  const { job, bench, ledger, signal } = run;
  const table = itemTable(database, job);
  const state = getJob(database, job);
  let broken: unknown = null;
  const work = async (ordinal: number, item: I): Promise<void> => {
    if (signal.aborted || broken !== null) return;
    table.lease(ordinal);
    try {
      const result = await bench.run(item);
      transaction(database, () => {
        table.settle(ordinal, { state: "done", result: ledger.commit(item, result) });
      });
      state.done += 1;
    } catch (error) {
      if (signal.aborted || breaksTheBench(reportError(error))) {
        // An aborted item has not failed, nor has one whose bench broke.
        table.release(ordinal);
        broken ??= signal.aborted ? null : error;
        return;
      }
      transaction(database, () => table.settle(ordinal, { state: "failed", error: reportError(error) }));
      state.failed += 1;
    }
    state.revision += 1;
    await ledger.follow();
    run.onChange?.({ ...state });
  };
  // As many lanes as items may be in work; each takes the next item when it is free.
  const rest = run.pending.values();
  const lane = async (): Promise<void> => {
    for (const { ordinal, input } of rest) await work(ordinal, kind.parseItem(input));
  };
  await Promise.all(Array.from({ length: kind.concurrency }, lane));
  if (broken !== null) throw broken;
}
