import type { Database } from "../../store/database.js";

/** One number that rises with every change of any sweep or cell, so that a page asks for what is new since it last looked. */
export interface Revisions {
  /** Of the latest change. */
  now(): number;
  next(): number;
  /** What was told before this program started may have been changed by nobody's hand: a cell that was being drawn is not any more. */
  readonly first: number;
}

// Changes that are never written (a cell is being drawn) rise too; a new program begins well above any that was told.
const ROOM_FOR_UNWRITTEN = 1_000_000;

const highest = (row: unknown): number => Number(Object(row).highest ?? 0);

/** Begins above everything that was told before. */
export function openRevisions(database: Database): Revisions {
  const sweeps = highest(database.prepare("SELECT max(revision) AS highest FROM sweep").get());
  const pictures = highest(database.prepare("SELECT max(revision) AS highest FROM sweep_picture").get());
  const first = Math.max(sweeps, pictures) + ROOM_FOR_UNWRITTEN;
  let current = first;
  return {
    first,
    now: () => current,
    next() {
      current += 1;
      return current;
    },
  };
}
