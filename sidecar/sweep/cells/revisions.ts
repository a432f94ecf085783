import type { Database } from "../../store/database.js";

/** One number that rises with every change of any sweep or cell, so that a page asks for what is new since it last looked. */
export interface Revisions {
  /** Of the latest change. */
  now(): number;
  next(): number;
}

// Changes that are never written (a cell is being drawn) rise too; a new program begins well above any that was told.
const ROOM_FOR_UNWRITTEN = 1_000_000;

const highest = (row: unknown): number => Number(Object(row).highest ?? 0);

/** Begins above everything that was told before. */
export function openRevisions(database: Database): Revisions {
  const sweeps = highest(database.prepare("SELECT max(revision) AS highest FROM sweep").get());
  const pictures = highest(database.prepare("SELECT max(revision) AS highest FROM sweep_picture").get());
  let current = Math.max(sweeps, pictures) + ROOM_FOR_UNWRITTEN;
  return {
    now: () => current,
    next() {
      current += 1;
      return current;
    },
  };
}
