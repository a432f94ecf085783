import { rm } from "node:fs/promises";
import { reportError } from "../host/studio-error.js";
import { readBytes, writeText } from "./atomic-file.js";
import { type Database, transaction } from "./database.js";
import type { FileConflict, FollowReport } from "./follow-report.js";
import type { FileText, PendingText } from "./pending-texts.js";
import { encodeText } from "./text-encoding.js";

const bytesOf = ({ text, encoding }: FileText): Buffer | null => (text === null ? null : encodeText(text, encoding));

const sameBytes = (left: Buffer | null, right: Buffer | null): boolean =>
  left === null || right === null ? left === right : left.equals(right);

/**
 * Brings a file to the last text that was committed for it. It may hold any of the texts that it was to go through: a
 * crash, or an undo before the file had followed, leaves it at one of them.
 */
async function follow(
  path: string,
  rows: readonly PendingText[],
  passed: readonly PendingText[],
): Promise<"written" | "already" | "conflict"> {
  const last = rows.at(-1);
  if (!last) return "already";
  const current = await readBytes(path);
  const wanted = bytesOf(last.to);
  if (sameBytes(current, wanted)) return "already";
  const isOurs = passed.some(({ from, to }) => sameBytes(current, bytesOf(from)) || sameBytes(current, bytesOf(to)));
  if (!isOurs) return "conflict";
  if (wanted === null) await rm(path);
  else await writeText(path, wanted);
  return "written";
}

interface Followed {
  rows: readonly PendingText[];
  written: boolean;
  /** False when the file could not be written and is to be tried again. */
  settled: boolean;
  conflict: FileConflict | null;
}

async function followOne(
  path: string,
  rows: readonly PendingText[],
  passed: readonly PendingText[],
): Promise<Followed> {
  try {
    const outcome = await follow(path, rows, passed);
    const conflict = outcome === "conflict" ? changedElsewhere(path) : null;
    return { rows, written: outcome === "written", settled: true, conflict };
  } catch (error) {
    return { rows, written: false, settled: false, conflict: notWritten(path, error) };
  }
}

// Files written at a time, and settled in one transaction.
const FILES_TOGETHER = 64;

/** Each file once, with all its changes in their order. */
export const byFile = (rows: readonly PendingText[]): ReadonlyMap<string, PendingText[]> => {
  const files = new Map<string, PendingText[]>();
  for (const row of rows) {
    const known = files.get(row.path);
    if (known) known.push(row);
    else files.set(row.path, [row]);
  }
  return files;
};

/**
 * Writes the files of these changes; each file once, at its last text.
 * @param pending all changes that are yet to be followed, these and others, by file
 */
export async function followTexts(
  database: Database,
  rows: readonly PendingText[],
  { pending, report }: { pending: ReadonlyMap<string, PendingText[]>; report: FollowReport },
): Promise<void> {
  // A change that was undone or redone meanwhile has another target, and stays pending for it.
  const settle = database.prepare("UPDATE file_change SET target = NULL, conflict = ? WHERE id = ? AND target = ?");
  const keepPending = database.prepare("UPDATE file_change SET conflict = ? WHERE id = ? AND target = ?");
  const files = [...byFile(rows)];
  for (let from = 0; from < files.length; from += FILES_TOGETHER) {
    const next = files.slice(from, from + FILES_TOGETHER);
    const followed = await Promise.all(
      next.map(([path, changes]) => followOne(path, changes, pending.get(path) ?? changes)),
    );
    transaction(database, () => {
      for (const { rows: changes, settled, conflict } of followed) {
        const stored = conflict && JSON.stringify(conflict);
        for (const { id, target } of changes) (settled ? settle : keepPending).run(stored, id, target);
      }
    });
    for (const [index, { written, conflict }] of followed.entries()) {
      const path = next[index]?.[0];
      if (written && path !== undefined) report.written.push(path);
      if (conflict) report.conflicts.push(conflict);
    }
  }
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
