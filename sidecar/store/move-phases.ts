import { dirname } from "node:path";
import { reportError } from "../host/studio-error.js";
import { digestFile } from "./file-content.js";
import type { MoveRow } from "./file-moves.js";
import type { FileConflict } from "./follow-report.js";
import { copyWhole, endMoveAcross, type FoundFile, type MoveFiles, moveFile, sameStamp } from "./move-files.js";

const inTheWay = (path: string): FileConflict => ({
  path,
  code: "fileExists",
  message: `${path} exists already and was not replaced.`,
  hint: "Rename or move one of the two files, then run the same command again.",
});

const gone = (path: string): FileConflict => ({
  path,
  code: "changedElsewhere",
  message: `Expected the file ${path}, which is not there any more.`,
  hint: "Look where another program has put it.",
});

const changedCopy = (path: string): FileConflict => ({
  path,
  code: "changedElsewhere",
  message: `${path} was made by LoRA Atelier and changed since; it was left as it is.`,
  hint: "Remove it yourself if it is not needed.",
});

export const notMoved = (path: string, error: unknown): FileConflict => ({
  path,
  code: "fileNotWritten",
  message: `${path} could not be moved or copied yet: ${reportError(error).message}`,
  hint: "Check that both folders can be written and have space; it is tried again at the next start.",
});

/** Where a row stands after a phase. */
export type Outcome =
  | { kind: "ready"; stamp?: { size: number; modified: number; content: string | null } }
  | { kind: "settled"; done: boolean; conflict: FileConflict | null }
  /** To be tried again; `begun` when its file may be at its temporary name. */
  | { kind: "waiting"; begun: boolean; conflict: FileConflict };

/** The outermost folder that has to be made for a file, or null. */
async function missingFolder(files: MoveFiles, path: string): Promise<string | null> {
  let missing: string | null = null;
  for (let folder = dirname(path); !(await files.find(folder)); folder = dirname(folder)) missing = folder;
  return missing;
}

const keyOf = ({ device, inode }: FoundFile): string => `${device}:${inode}`;

interface Begun {
  row: MoveRow;
  source: FoundFile;
  standing: FoundFile | null;
  made: string | null;
}

/** Which rows can begin: their file is there, and their new name is free or becomes so by another of them. */
export async function begin(files: MoveFiles, rows: readonly MoveRow[]) {
  const conflicts: { row: MoveRow; conflict: FileConflict }[] = [];
  let begun: Begun[] = [];
  for (const row of rows) {
    try {
      const source = await files.find(row.from);
      if (!source) conflicts.push({ row, conflict: gone(row.from) });
      else begun.push({ row, source, standing: await files.find(row.to), made: await missingFolder(files, row.to) });
    } catch (error) {
      conflicts.push({ row, conflict: notMoved(row.from, error) });
    }
  }
  for (let stable = false; !stable; ) {
    // A copy leaves its source where it is.
    const leaving = new Set(begun.flatMap(({ row, source }) => (row.copy ? [] : [keyOf(source)])));
    const free = begun.filter(({ standing }) => standing === null || leaving.has(keyOf(standing)));
    for (const entry of begun) {
      if (!free.includes(entry)) conflicts.push({ row: entry.row, conflict: inTheWay(entry.row.to) });
    }
    stable = free.length === begun.length;
    begun = free;
  }
  return { begun, conflicts };
}

async function stampOf(files: MoveFiles, path: string) {
  const found = await files.find(path);
  return { size: found?.size ?? 0, modified: found?.modified ?? 0, content: await digestFile(path) };
}

/** Files that we made are taken back only as we made them. */
export async function unchangedOnes(files: MoveFiles, rows: readonly MoveRow[]) {
  const unchanged: MoveRow[] = [];
  const conflicts: { row: MoveRow; conflict: FileConflict }[] = [];
  for (const row of rows) {
    try {
      const found = row.created ? await files.find(row.from) : null;
      if (!found || (found.size === row.size && (await digestFile(row.from)) === row.content)) unchanged.push(row);
      else conflicts.push({ row, conflict: changedCopy(row.from) });
    } catch (error) {
      conflicts.push({ row, conflict: notMoved(row.from, error) });
    }
  }
  return { rows: unchanged, conflicts };
}

/** Brings a file to its temporary name. Safe to repeat: that name is nobody else's. */
export async function toTemporary(files: MoveFiles, row: MoveRow): Promise<Outcome> {
  await files.makeFolder(dirname(row.to));
  if (row.copy) {
    await copyWhole(files, row.from, row.temporary);
    return { kind: "ready", stamp: await stampOf(files, row.temporary) };
  }
  if (await files.find(row.temporary)) await endMoveAcross(files, row.from, row.temporary);
  else await moveFile(files, row.from, row.temporary);
  return row.created ? { kind: "ready", stamp: await stampOf(files, row.temporary) } : { kind: "ready" };
}

/** Brings a file from its temporary name to its last one, or back when somebody took that meanwhile. */
export async function toLastName(files: MoveFiles, row: MoveRow): Promise<Outcome> {
  const standing = await files.find(row.to);
  if (!(await files.find(row.temporary))) {
    // Stopped after the last operation.
    const back = !sameStamp(standing, row) && (row.copy || sameStamp(await files.find(row.from), row));
    return { kind: "settled", done: !back, conflict: back ? inTheWay(row.to) : null };
  }
  if (standing === null) {
    await moveFile(files, row.temporary, row.to);
    return { kind: "settled", done: true, conflict: null };
  }
  if (row.copy) await files.remove(row.temporary);
  else if (!(await files.find(row.from))) await moveFile(files, row.temporary, row.from);
  else if (!(await endMoveAcross(files, row.temporary, row.from))) {
    const conflict = inTheWay(row.to);
    const message = `${conflict.message} What belongs there waits in ${row.temporary}.`;
    return { kind: "waiting", begun: true, conflict: { ...conflict, message } };
  }
  return { kind: "settled", done: false, conflict: inTheWay(row.to) };
}

/** Removes a copy that is what was copied. */
export async function removeCopy(files: MoveFiles, row: MoveRow): Promise<Outcome> {
  const copy = await files.find(row.from);
  if (copy && (copy.size !== row.size || (await digestFile(row.from)) !== row.content)) {
    return { kind: "settled", done: false, conflict: changedCopy(row.from) };
  }
  if (copy) await files.remove(row.from);
  return { kind: "settled", done: true, conflict: null };
}

/** Removes the folders that a move made, from the inside, as far as they are empty. */
export async function removeMadeFolders(files: MoveFiles, { from, made }: MoveRow): Promise<void> {
  if (made === null) return;
  for (let folder = dirname(from); folder.startsWith(made); folder = dirname(folder)) {
    await files.removeEmptyFolder(folder);
  }
}
