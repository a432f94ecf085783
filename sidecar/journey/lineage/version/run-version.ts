import { planValues } from "../../../planning/plan-values.js";
import type { Database } from "../../../store/database.js";
import type { RunRecord } from "../../../training/runs/run-record.js";
import { allRuns } from "../../../training/runs/run-table.js";
import { outputNameOf } from "../identify/known-files.js";
import { readVersionNote, versionOf } from "./version.js";

export const commentOf = ({ meant: { plan } }: RunRecord): string => planValues(plan).text("training_comment");

export const runVersion = (run: RunRecord): number => versionOf(commentOf(run), outputNameOf(run));

/** The run of the version before: that of the note's number if it has its name, else the latest earlier one of that name. */
function noted(run: RunRecord, runs: readonly RunRecord[]): { run: number | null; name: string } | null {
  const note = readVersionNote(commentOf(run));
  if (note === null) return null;
  const named = runs.filter((one) => outputNameOf(one) === note.name && one.id !== run.id);
  // A plan that came from another machine has that machine's number.
  const parent = named.find(({ id }) => id === note.run) ?? named.find(({ id }) => id < run.id);
  return { run: parent?.id ?? null, name: note.name };
}

/** What a run began from: the version before, or the run it repeats or goes on from. */
export function parentOf(database: Database, run: RunRecord): { run: number | null; name: string } | null {
  const runs = allRuns(database);
  const { parent } = run.meant;
  const repeated = runs.find(({ id }) => id === parent);
  return noted(run, runs) ?? (repeated ? { run: repeated.id, name: outputNameOf(repeated) } : null);
}

/** Runs that began from this one, the earliest first. */
export const childrenOf = (database: Database, id: number): RunRecord[] => {
  const runs = allRuns(database);
  return runs
    .filter((run) => (noted(run, runs)?.run ?? run.meant.parent) === id)
    .sort((one, other) => one.id - other.id);
};
