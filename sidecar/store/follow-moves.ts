import { dirname, join } from "node:path";
import { type Database, transaction } from "./database.js";
import type { MoveBatch, MoveRow } from "./file-moves.js";
import type { FollowReport } from "./follow-report.js";
import type { MoveFiles } from "./move-files.js";
import {
  begin,
  notMoved,
  type Outcome,
  removeCopy,
  removeMadeFolders,
  toLastName,
  toTemporary,
  unchangedOnes,
} from "./move-phases.js";

function batchRows(database: Database, { batch, direction }: MoveBatch): MoveRow[] {
  const rows = database
    .prepare("SELECT * FROM file_move WHERE batch = ? AND coalesce(flight, target) = ? ORDER BY id")
    .all(batch, direction);
  return rows.map((row: unknown): MoveRow => {
    const stored = Object(row);
    const forward = direction === "after";
    const to = String(forward ? stored.destination : stored.source);
    return {
      id: Number(stored.id),
      from: String(forward ? stored.source : stored.destination),
      to,
      temporary: join(dirname(to), String(stored.temporary)),
      copy: stored.copy === 1,
      created: stored.copy === 2,
      made: typeof stored.made === "string" ? stored.made : null,
      phase: stored.phase === "first" || stored.phase === "second" ? stored.phase : null,
      done: (stored.done === 1) === forward,
      size: Number(stored.size),
      modified: Number(stored.modified),
      content: typeof stored.content === "string" ? stored.content : null,
    };
  });
}

/** Does one batch in two phases, so that files may change places; after a crash it goes on where it stopped. */
export async function followBatch(
  database: Database,
  batch: MoveBatch,
  { files, report }: { files: MoveFiles; report: FollowReport },
): Promise<void> {
  const { direction } = batch;
  const settle = database.prepare(
    `UPDATE file_move SET done = ?, conflict = ?, phase = NULL, flight = NULL,
       target = CASE target WHEN ? THEN NULL ELSE target END WHERE id = ?`,
  );
  const wait = database.prepare("UPDATE file_move SET conflict = ?, flight = ?, phase = ? WHERE id = ?");
  const start = database.prepare(
    `UPDATE file_move SET flight = ?, phase = 'first', size = ?, modified = ?, made = coalesce(?, made), conflict = NULL
     WHERE id = ?`,
  );
  const ready = database.prepare("UPDATE file_move SET phase = 'second' WHERE id = ?");
  const stampCopy = database.prepare("UPDATE file_move SET size = ?, modified = ?, content = ? WHERE id = ?");
  const forward = direction === "after";

  const write = (row: MoveRow, outcome: Outcome): void => {
    if (outcome.kind === "ready") {
      if (outcome.stamp) stampCopy.run(outcome.stamp.size, outcome.stamp.modified, outcome.stamp.content, row.id);
      ready.run(row.id);
      return;
    }
    const conflict = outcome.conflict && JSON.stringify(outcome.conflict);
    if (outcome.conflict) report.conflicts.push(outcome.conflict);
    if (outcome.kind === "waiting") {
      wait.run(conflict, outcome.begun ? direction : null, outcome.begun ? row.phase : null, row.id);
      return;
    }
    settle.run(outcome.done === forward ? 1 : 0, conflict, direction, row.id);
    if (outcome.done && !row.done) report.written.push(row.to);
  };
  const phase = async (rows: readonly MoveRow[], work: (row: MoveRow) => Promise<Outcome>): Promise<void> => {
    const outcomes: [MoveRow, Outcome][] = [];
    for (const row of rows) {
      try {
        outcomes.push([row, await work(row)]);
      } catch (error) {
        // Where the disk does not even tell, the file may be there.
        const waits = (): Promise<boolean> =>
          files.find(row.temporary).then(
            (found) => found !== null,
            () => true,
          );
        const begun = row.phase === "second" || (await waits());
        outcomes.push([row, { kind: "waiting", begun: begun && !row.copy, conflict: notMoved(row.from, error) }]);
      }
    }
    transaction(database, () => {
      for (const [row, outcome] of outcomes) write(row, outcome);
    });
  };

  const waiting = batchRows(database, batch).filter((row) => row.phase === null);
  const removals = (row: MoveRow): boolean => row.copy && !forward;
  const movable = waiting.filter((row) => !row.done && !removals(row));
  const own = forward ? { rows: movable, conflicts: [] } : await unchangedOnes(files, movable);
  const { begun, conflicts } = await begin(files, own.rows);
  conflicts.push(...own.conflicts);
  transaction(database, () => {
    for (const row of waiting) if (row.done) write(row, { kind: "settled", done: true, conflict: null });
    for (const { row, conflict } of conflicts) {
      const isToWait = conflict.code === "fileNotWritten";
      write(row, isToWait ? { kind: "waiting", begun: false, conflict } : { kind: "settled", done: false, conflict });
    }
    for (const { row, source, made } of begun) {
      start.run(direction, source.size, source.modified, forward ? made : null, row.id);
    }
  });
  const inPhase = (wanted: MoveRow["phase"]) => batchRows(database, batch).filter((row) => row.phase === wanted);
  await phase(inPhase("first"), (row) => toTemporary(files, row));
  const last = inPhase("second");
  const taken = forward ? [] : inPhase(null).filter((row) => removals(row) && !row.done);
  await phase([...last, ...taken], async (row) => {
    const outcome = removals(row) ? await removeCopy(files, row) : await toLastName(files, row);
    if (!forward) await removeMadeFolders(files, row);
    return outcome;
  });
}
