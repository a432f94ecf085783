import { randomBytes } from "node:crypto";
import { StudioError } from "../host/studio-error.js";
import { say } from "../words/sentence.js";
import type { Database } from "./database.js";

/** A file and the name it gets, both absolute; folders that are missing are made. */
export interface FileMove {
  from: string;
  to: string;
}

function refuseTwice(moves: readonly FileMove[], side: keyof FileMove): void {
  const seen = new Set<string>();
  for (const move of moves) {
    if (seen.has(move[side])) {
      throw new StudioError(
        "badArguments",
        side === "to"
          ? say("Expected every file to get a name of its own, found {path} twice.", { path: move.to })
          : say("Expected every file once, found {path} twice.", { path: move.from }),
        say("Choose other names, or move fewer files."),
      );
    }
    seen.add(move[side]);
  }
}

/** As the column `copy` has them. */
const kinds = { move: 0, copy: 1, created: 2 } as const;
type MoveKind = keyof typeof kinds;

function record(
  database: Database,
  step: number,
  { moves, kind }: { moves: readonly FileMove[]; kind: MoveKind },
): void {
  refuseTwice(moves, "to");
  const last = database.prepare("SELECT coalesce(max(seq), 0) AS last FROM sqlite_sequence WHERE name = 'file_change'");
  const position = Number(Object(last.get()).last);
  const next = database.prepare("SELECT coalesce(max(batch), 0) + 1 AS batch FROM file_move");
  const batch = Number(Object(next.get()).batch);
  const insert = database.prepare(
    `INSERT INTO file_move (step, batch, position, source, destination, copy, temporary, target)
     VALUES (?, ?, ?, ?, ?, ?, ?, 'after')`,
  );
  for (const { from, to } of moves) {
    if (from === to) continue;
    insert.run(step, batch, position, from, to, kinds[kind], `.moving-${randomBytes(8).toString("hex")}`);
  }
}

/**
 * Adds moves to a step, in any order of names: files may change places, and only the case of a name may change. They
 * are done once the surrounding transaction commits, and the files follow by `followJournal`; readers see them only
 * then. A step's moves and text changes are done in the order in which they were recorded, and undone in reverse:
 * record the moves first, then the texts at their new paths.
 * @throws StudioError "badArguments" when a file or a name comes twice
 */
export function recordMoves(database: Database, step: number, moves: readonly FileMove[]): void {
  refuseTwice(moves, "from");
  record(database, step, { moves, kind: "move" });
}

/** As `recordMoves`, for copies: undo removes a copy that is unchanged. @throws StudioError "badArguments" when a name comes twice */
export function recordCopies(database: Database, step: number, copies: readonly FileMove[]): void {
  record(database, step, { moves: copies, kind: "copy" });
}

/**
 * As `recordMoves`, for files that we made and that wait in a folder of ours: they move to where the user wants them. Undo
 * takes back only those that are unchanged, and keeps them, so that redo needs no work. @throws StudioError "badArguments"
 */
export function recordCreated(database: Database, step: number, files: readonly FileMove[]): void {
  record(database, step, { moves: files, kind: "created" });
}

/** Files that were made by us and were not taken back since. */
export function createdFiles(database: Database): Set<string> {
  const rows = database.prepare("SELECT destination FROM file_move WHERE copy = 2 AND done = 1").all();
  return new Set(rows.map((row: unknown) => String(Object(row).destination)));
}

type Direction = "before" | "after";

/** Moves that were recorded together and are to be done, or taken back, together. */
export interface MoveBatch {
  batch: number;
  /** The last text change recorded before. */
  position: number;
  direction: Direction;
  /** True when it was begun and must be ended before anything else. */
  inFlight: boolean;
}

const direction = (stored: unknown): Direction => (stored === "before" ? "before" : "after");

/** Batches that files have yet to follow. */
export function pendingMoves(database: Database): MoveBatch[] {
  const rows = database
    .prepare(
      `SELECT DISTINCT batch, position, coalesce(flight, target) AS direction, flight IS NOT NULL AS flying
       FROM file_move WHERE target IS NOT NULL OR flight IS NOT NULL ORDER BY batch`,
    )
    .all();
  return rows.map((row: unknown) => {
    const { batch, position, direction: way, flying } = Object(row);
    return { batch: Number(batch), position: Number(position), direction: direction(way), inFlight: flying === 1 };
  });
}

/** A row of the journal's moves, seen in the direction in which it is followed now. */
export interface MoveRow {
  id: number;
  from: string;
  to: string;
  /** Where the file waits between the two phases, in the folder of `to`. */
  temporary: string;
  copy: boolean;
  /** True for a file that we made; its content is known. */
  created: boolean;
  /** The outermost folder that this move made, or null. */
  made: string | null;
  /** Null until begun; `first` brings files to their temporary names, `second` to their last ones. */
  phase: "first" | "second" | null;
  /** True when the file is where this direction wants it. */
  done: boolean;
  /** Of the file as it was moved or copied. */
  size: number;
  modified: number;
  content: string | null;
}
