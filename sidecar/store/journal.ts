import { rm } from "node:fs/promises";
import { reportError } from "../host/studio-error.js";
import { readBytes, writeText } from "./atomic-file.js";
import { type Database, transaction } from "./database.js";
import { pendingMoves } from "./file-moves.js";
import { followBatch } from "./follow-moves.js";
import { inOrder } from "./journal-order.js";
import { type MoveFiles, moveFiles } from "./move-files.js";
import { encodeText, parseTextEncoding, type TextEncoding } from "./text-encoding.js";

/** One text file before and after; null means that the file does not exist. Paths are absolute. */
export interface FileChange {
  path: string;
  before: string | null;
  after: string | null;
  /** How the file's bytes are written before and after; UTF-8 when left out. */
  encoding?: { before: TextEncoding; after: TextEncoding };
}

/** A text as a file holds it; null for no file. */
export interface FileText {
  text: string | null;
  encoding: TextEncoding;
}

/** A file that does not hold what was committed for it, and why. */
export interface FileConflict {
  path: string;
  code: "changedElsewhere" | "fileNotWritten" | "fileExists";
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
  from: FileText;
  to: FileText;
  target: string;
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

const bothUtf8: NonNullable<FileChange["encoding"]> = { before: "utf8", after: "utf8" };

/** The step that a job's changes belong to, begun with its first change; call inside a transaction. Returns its id. */
export function stepOfJob(database: Database, job: number, { folder, name }: { folder: string; name: string }): number {
  const row = database.prepare("SELECT id FROM change_step WHERE job = ?").get(job);
  if (row) return Number(Object(row).id);
  const statement = database.prepare("INSERT INTO change_step (folder, name, created, job) VALUES (?, ?, ?, ?)");
  return Number(statement.run(folder, name, new Date().toISOString(), job).lastInsertRowid);
}

/** A step of its own; call inside a transaction. Returns its id. */
export function newStep(database: Database, { folder, name }: { folder: string; name: string }): number {
  const statement = database.prepare("INSERT INTO change_step (folder, name, created) VALUES (?, ?, ?)");
  return Number(statement.run(folder, name, new Date().toISOString()).lastInsertRowid);
}

/**
 * Adds changes to a step; they are done once the surrounding transaction commits, and the files follow.
 * @throws StudioError "unwritableText" when a new text has a character that its encoding lacks
 */
export function recordChanges(database: Database, step: number, changes: readonly FileChange[]): void {
  const insert = database.prepare(
    `INSERT INTO file_change (step, path, before, after, before_encoding, after_encoding, target)
     VALUES (?, ?, ?, ?, ?, ?, 'after')`,
  );
  for (const { path, before, after, encoding = bothUtf8 } of changes) {
    // Here, where it can still be refused.
    if (after !== null) encodeText(after, encoding.after);
    insert.run(step, path, before, after, encoding.before, encoding.after);
  }
}

/** What is taken back comes first, the newest of it leading; then what is done, in its order. */
function pendingChanges(database: Database): PendingRow[] {
  const rows = database
    .prepare(
      `SELECT id, path, before, after, before_encoding, after_encoding, target FROM file_change WHERE target IS NOT NULL
       ORDER BY target DESC, CASE target WHEN 'before' THEN -id ELSE id END`,
    )
    .all();
  return rows.map((row: unknown) => {
    const { id, path, before, after, before_encoding, after_encoding, target } = Object(row);
    const forward = target === "after";
    const old = { text: text(before), encoding: parseTextEncoding(before_encoding) };
    const fresh = { text: text(after), encoding: parseTextEncoding(after_encoding) };
    return {
      id: Number(id),
      path: String(path),
      target: String(target),
      from: forward ? old : fresh,
      to: forward ? fresh : old,
    };
  });
}

const bytesOf = ({ text, encoding }: FileText): Buffer | null => (text === null ? null : encodeText(text, encoding));

const sameBytes = (left: Buffer | null, right: Buffer | null): boolean =>
  left === null || right === null ? left === right : left.equals(right);

async function follow(row: PendingRow): Promise<"written" | "already" | "conflict"> {
  const current = await readBytes(row.path);
  const wanted = bytesOf(row.to);
  if (sameBytes(current, wanted)) return "already";
  if (!sameBytes(current, bytesOf(row.from))) return "conflict";
  if (wanted === null) await rm(row.path);
  else await writeText(row.path, wanted);
  return "written";
}

/**
 * Makes the files equal to what the journal has committed. Safe to repeat: after a crash it goes on where it stopped.
 * A file that cannot be written stays pending and is tried again at the next call.
 */
export function followJournal(database: Database, files: MoveFiles = moveFiles): Promise<FollowReport> {
  const report = turn.then(() => followPending(database, files));
  turn = report.catch(() => {});
  return report;
}

// One follower at a time, so that no file is written twice.
let turn: Promise<unknown> = Promise.resolve();

// Files written at a time, and settled in one transaction.
const FILES_TOGETHER = 64;

/** The next changes that touch different files: two changes of one file follow one after the other. */
function together(rows: readonly PendingRow[]): PendingRow[] {
  const paths = new Set<string>();
  const end = rows.slice(0, FILES_TOGETHER).findIndex(({ path }) => {
    if (paths.has(path)) return true;
    paths.add(path);
    return false;
  });
  return rows.slice(0, end < 0 ? FILES_TOGETHER : end);
}

interface Followed {
  row: PendingRow;
  written: boolean;
  /** False when the file could not be written and is to be tried again. */
  settled: boolean;
  conflict: FileConflict | null;
}

async function followOne(row: PendingRow): Promise<Followed> {
  try {
    const outcome = await follow(row);
    const conflict = outcome === "conflict" ? changedElsewhere(row.path) : null;
    return { row, written: outcome === "written", settled: true, conflict };
  } catch (error) {
    return { row, written: false, settled: false, conflict: notWritten(row.path, error) };
  }
}

async function followPending(database: Database, files: MoveFiles): Promise<FollowReport> {
  const report: FollowReport = { written: [], conflicts: [] };
  for (const batch of pendingMoves(database).filter(({ inFlight }) => inFlight)) {
    await followBatch(database, batch, { files, report });
  }
  for (const next of inOrder(pendingChanges(database), pendingMoves(database))) {
    if ("batch" in next) await followBatch(database, next, { files, report });
    else await followTexts(database, next, report);
  }
  return report;
}

async function followTexts(database: Database, rows: PendingRow[], report: FollowReport): Promise<void> {
  // A change that was undone or redone meanwhile has another target, and stays pending for it.
  const settle = database.prepare("UPDATE file_change SET target = NULL, conflict = ? WHERE id = ? AND target = ?");
  const keepPending = database.prepare("UPDATE file_change SET conflict = ? WHERE id = ? AND target = ?");
  let rest = rows;
  while (rest.length > 0) {
    const next = together(rest);
    rest = rest.slice(next.length);
    const followed = await Promise.all(next.map(followOne));
    transaction(database, () => {
      for (const { row, settled, conflict } of followed) {
        (settled ? settle : keepPending).run(conflict && JSON.stringify(conflict), row.id, row.target);
      }
    });
    for (const { row, written, conflict } of followed) {
      if (written) report.written.push(row.path);
      if (conflict) report.conflicts.push(conflict);
    }
  }
}

/** Texts that are committed but whose files have not followed yet, by path: what a reader should see already. */
export const textsToCome = (database: Database): Map<string, FileText> =>
  new Map(pendingChanges(database).map(({ path, to }) => [path, to]));

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
