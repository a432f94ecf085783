import type { Database } from "./database.js";
import { pendingMoves } from "./file-moves.js";
import { followBatch } from "./follow-moves.js";
import type { FileConflict, FollowReport } from "./follow-report.js";
import { byFile, followTexts } from "./follow-texts.js";
import { inOrder } from "./journal-order.js";
import { type MoveFiles, moveFiles } from "./move-files.js";
import { pendingTexts } from "./pending-texts.js";
import { releaseFiles } from "./saving.js";
import { encodeText, type TextEncoding } from "./text-encoding.js";

/** One text file before and after; null means that the file does not exist. Paths are absolute. */
export interface FileChange {
  path: string;
  before: string | null;
  after: string | null;
  /** How the file's bytes are written before and after; UTF-8 when left out. */
  encoding?: { before: TextEncoding; after: TextEncoding };
}

const bothUtf8: NonNullable<FileChange["encoding"]> = { before: "utf8", after: "utf8" };

/**
 * Adds changes to a step; they are done once the surrounding transaction commits, and the files follow.
 * @param held the files follow only when the user saves
 * @throws StudioError "unwritableText" when a new text has a character that its encoding lacks
 */
export function recordChanges(
  database: Database,
  step: number,
  changes: readonly FileChange[],
  { held = false } = {},
): void {
  const insert = database.prepare(
    `INSERT INTO file_change (step, path, before, after, before_encoding, after_encoding, target, held)
     VALUES (?, ?, ?, ?, ?, ?, 'after', ?)`,
  );
  for (const { path, before, after, encoding = bothUtf8 } of changes) {
    // Here, where it can still be refused.
    if (after !== null) encodeText(after, encoding.after);
    insert.run(step, path, before, after, encoding.before, encoding.after, held ? 1 : 0);
  }
  if (!held) {
    releaseFiles(
      database,
      changes.map(({ path }) => path),
    );
  }
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

// Writing so many files holds up whoever wants to see what was committed, so they look first.
const MANY_FILES = 500;
const LOOK_FIRST_MS = 700;

/** Lets the files follow without waiting for them; what cannot be written is kept in the journal. */
export function followSoon(database: Database, files: number): void {
  const follow = (): void => void followJournal(database).catch(() => {});
  if (files < MANY_FILES) follow();
  else setTimeout(follow, LOOK_FIRST_MS);
}

// One follower at a time, so that no file is written twice.
let turn: Promise<unknown> = Promise.resolve();

async function followPending(database: Database, files: MoveFiles): Promise<FollowReport> {
  const report: FollowReport = { written: [], conflicts: [] };
  for (const batch of pendingMoves(database).filter(({ inFlight }) => inFlight)) {
    await followBatch(database, batch, { files, report });
  }
  const all = pendingTexts(database);
  const texts = all.filter(({ held }) => !held);
  const pending = byFile(all);
  const moves = pendingMoves(database);
  for (const next of moves.length === 0 ? [texts] : inOrder(texts, moves)) {
    if ("batch" in next) await followBatch(database, next, { files, report });
    else await followTexts(database, next, { pending, report });
  }
  return report;
}

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
