import { rm } from "node:fs/promises";
import { reportError } from "../host/studio-error.js";
import { readText, writeText } from "./atomic-file.js";
import type { Database } from "./database.js";

/** One text file before and after; null means that the file does not exist. Paths are absolute. */
export interface FileChange {
  path: string;
  before: string | null;
  after: string | null;
}

/** A file that does not hold what was committed for it, and why. */
export interface FileConflict {
  path: string;
  code: "changedElsewhere" | "fileNotWritten";
  message: string;
  hint: string;
}

export interface FollowReport {
  written: string[];
  conflicts: FileConflict[];
}

interface PendingRow {
  id: number;
  path: string;
  from: string | null;
  to: string | null;
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** The step that a job's changes belong to, begun with its first change; call inside a transaction. Returns its id. */
export function stepOfJob(database: Database, job: number, { folder, name }: { folder: string; name: string }): number {
  const row = database.prepare("SELECT id FROM change_step WHERE job = ?").get(job);
  if (row) return Number(Object(row).id);
  const statement = database.prepare("INSERT INTO change_step (folder, name, created, job) VALUES (?, ?, ?, ?)");
  return Number(statement.run(folder, name, new Date().toISOString(), job).lastInsertRowid);
}

/** Adds a change to a step; it is done once the surrounding transaction commits, and the file follows. */
export function recordChange(database: Database, step: number, change: FileChange): void {
  database
    .prepare("INSERT INTO file_change (step, path, before, after, target) VALUES (?, ?, ?, ?, 'after')")
    .run(step, change.path, change.before, change.after);
}

/** What is taken back comes first, the newest of it leading; then what is done, in its order. */
function pendingChanges(database: Database): PendingRow[] {
  const rows = database
    .prepare(
      `SELECT id, path, before, after, target FROM file_change WHERE target IS NOT NULL
       ORDER BY target DESC, CASE target WHEN 'before' THEN -id ELSE id END`,
    )
    .all();
  return rows.map((row: unknown) => {
    const { id, path, before, after, target } = Object(row);
    const forward = target === "after";
    return {
      id: Number(id),
      path: String(path),
      from: text(forward ? before : after),
      to: text(forward ? after : before),
    };
  });
}

async function follow(row: PendingRow): Promise<"written" | "already" | "conflict"> {
  const current = await readText(row.path);
  if (current === row.to) return "already";
  if (current !== row.from) return "conflict";
  if (row.to === null) await rm(row.path);
  else await writeText(row.path, row.to);
  return "written";
}

/**
 * Makes the files equal to what the journal has committed. Safe to repeat: after a crash it goes on where it stopped.
 * A file that cannot be written stays pending and is tried again at the next call.
 */
export function followJournal(database: Database): Promise<FollowReport> {
  const report = turn.then(() => followPending(database));
  turn = report.catch(() => {});
  return report;
}

// One follower at a time, so that no file is written twice.
let turn: Promise<unknown> = Promise.resolve();

async function followPending(database: Database): Promise<FollowReport> {
  const report: FollowReport = { written: [], conflicts: [] };
  const settle = database.prepare("UPDATE file_change SET target = NULL, conflict = ? WHERE id = ?");
  const keepPending = database.prepare("UPDATE file_change SET conflict = ? WHERE id = ?");
  for (const row of pendingChanges(database)) {
    try {
      const outcome = await follow(row);
      const conflict = outcome === "conflict" ? changedElsewhere(row.path) : null;
      settle.run(conflict && JSON.stringify(conflict), row.id);
      if (outcome === "written") report.written.push(row.path);
      if (conflict) report.conflicts.push(conflict);
    } catch (error) {
      const conflict = notWritten(row.path, error);
      keepPending.run(JSON.stringify(conflict), row.id);
      report.conflicts.push(conflict);
    }
  }
  return report;
}

const changedElsewhere = (path: string): FileConflict => ({
  path,
  code: "changedElsewhere",
  message: `${path} was changed by another program meanwhile and was left as it is.`,
  hint: "Look at the file, then run the same command again.",
});

const notWritten = (path: string, error: unknown): FileConflict => ({
  path,
  code: "fileNotWritten",
  message: `${path} could not be written yet: ${reportError(error).message}`,
  hint: "Check that the folder can be written and has space; it is tried again at the next start.",
});

/** The files of a job's step that do not hold what was committed for them. */
export function conflictsOfJob(database: Database, job: number): FileConflict[] {
  const rows = database
    .prepare(
      "SELECT conflict FROM file_change JOIN change_step ON change_step.id = step WHERE job = ? AND conflict IS NOT NULL",
    )
    .all(job);
  return rows.map((row: unknown) => {
    const { path, code, message, hint } = Object(JSON.parse(String(Object(row).conflict)));
    const known = code === "changedElsewhere" ? code : "fileNotWritten";
    return { path: String(path), code: known, message: String(message), hint: String(hint) };
  });
}
