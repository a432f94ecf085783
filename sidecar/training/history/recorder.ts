import { setTimeout as wait } from "node:timers/promises";
import { reportError } from "../../host/studio-error.js";
import type { Database } from "../../store/database.js";
import type { RunCommand } from "../keeper/run-files.js";
import type { RunRecord } from "../runs/run-record.js";
import { recordEnvironment } from "./environment.js";
import { readSnapshot } from "./snapshot.js";
import { finishSnapshot, takeSnapshot } from "./take-snapshot.js";

// A Python that hangs while it is asked for versions does not keep the program.
const CLOSING_MS = 10_000;

/** Writes down what runs are trained on and with, beside them: no run waits for it, and none fails by it. */
export interface HistoryRecorder {
  /** @param command null where another machine trains it and tells with what */
  begin(run: RunRecord, command: RunCommand | null): void;
  /** A run that this program finds running: what another one had begun to record is ended. */
  goOn(run: RunRecord): void;
  close(): Promise<void>;
}

export function createHistoryRecorder(database: Database, folderOf: (id: number) => string): HistoryRecorder {
  let closed = false;
  let abandoned = false;
  const begun = new Set<number>();
  const working = new Set<Promise<void>>();
  const stopped = (): boolean => closed;

  const work = (id: number, job: Promise<void>): void => {
    const told = job.catch((error: unknown) => {
      process.stderr.write(`What run ${id} was made of could not be recorded: ${reportError(error).message}\n`);
    });
    working.add(told);
    void told.then(() => working.delete(told));
  };
  const finish = async (runFolder: string): Promise<void> => {
    const snapshot = await readSnapshot(runFolder);
    if (snapshot !== null && !snapshot.complete) await finishSnapshot(snapshot, { database, runFolder, stopped });
  };
  return {
    begin({ id, meant }, command) {
      begun.add(id);
      const runFolder = folderOf(id);
      work(id, takeSnapshot(meant.plan, { database, runFolder, stopped }));
      if (command !== null) work(id, recordEnvironment({ meant, command }, { runFolder, stopped: () => abandoned }));
    },
    goOn({ id }) {
      if (begun.has(id)) return;
      begun.add(id);
      work(id, finish(folderOf(id)));
    },
    async close() {
      closed = true;
      await Promise.race([Promise.all(working), wait(CLOSING_MS, null, { ref: false })]);
      abandoned = true;
    },
  };
}
