import { type Database, transaction } from "./database.js";
import { type FileMove, recordCopies, recordMoves } from "./file-moves.js";
import type { FileConflict } from "./follow-report.js";
import { followJournal } from "./journal.js";
import { releaseFiles, releaseFolder } from "./saving.js";
import { newStep } from "./steps.js";

interface MoveStep {
  folder: string;
  name: string;
  moves: readonly FileMove[];
  /** Made before anything moves. */
  copies?: readonly FileMove[];
}

/**
 * Moves and copies files as one step of the folder's history, and waits for them. Texts that waited to be saved are
 * written first: what moves is whole.
 */
export async function moveAsStep(
  database: Database,
  { folder, name, moves, copies = [] }: MoveStep,
): Promise<{ step: number; problems: FileConflict[] }> {
  const step = transaction(database, () => {
    releaseFolder(database, folder);
    // Also those that were edited while only a subfolder was open.
    releaseFiles(
      database,
      [...moves, ...copies].map(({ from }) => from),
    );
    const made = newStep(database, { folder, name });
    if (copies.length > 0) recordCopies(database, made, copies);
    if (moves.length > 0) recordMoves(database, made, moves);
    return made;
  });
  const { conflicts } = await followJournal(database);
  const paths = new Set([...moves, ...copies].flatMap(({ from, to }) => [from, to]));
  return { step, problems: conflicts.filter(({ path }) => paths.has(path)) };
}
