import { cellWidth, isWide } from "./cell-width.js";

const levels = ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"] as const;
export type Level = (typeof levels)[number];

/** A record of the trainer's log as its first line shows it. */
export interface RecordStart {
  level: Level;
  text: string;
  /** Columns of the message; 0 where the line does not tell. */
  width: number;
}

// Date and time, or 20 blanks when the second is the same; behind a bar there may be a few blanks more.
const HEAD =
  /^(?:\s{0,9}\[?\d[\d/.-]{7,9}[ T]\d\d:\d\d:\d\d\]?\s+|\s{18,28})(DEBUG|INFO|WARNING|ERROR|CRITICAL)(?: {1,4}(.*)|\s*)$/;
// `train_util.py:2112` at the right edge.
const PLACE = /(^|\s)[\w.<>-]+:\d+\s*$/;
/** Columns before the message: time and level. */
const MESSAGE_FROM = 29;
const CONTINUED = /^\s{20}/;

/** The first line of a record, or null. */
export function readRecordStart(line: string): RecordStart | null {
  const found = HEAD.exec(line);
  const level = levels.find((one) => one === found?.[1]);
  if (found === null || level === undefined) return null;
  // The level is padded to 8 columns.
  const rest = (found[2] ?? "").replace(/^ +/, (blanks) => blanks.slice(Math.max(0, 8 - level.length)));
  const place = PLACE.exec(rest);
  if (place === null) return { level, text: rest.trimEnd(), width: 0 };
  const before = rest.slice(0, place.index + (place[1]?.length ?? 0));
  return { level, text: before.trimEnd(), width: Math.max(0, cellWidth(before) - 1) };
}

/** What a line adds to the record above it, or null when it is not part of it. */
export function readContinuation(line: string): string | null {
  if (!CONTINUED.test(line)) return null;
  const margin = line.slice(0, MESSAGE_FROM);
  return (margin.trim() === "" ? line.slice(MESSAGE_FROM) : line.trimStart()).trimEnd();
}

/** A line that a long word fills to its edge: paths and Japanese have no blanks to break at. */
const isBroken = (line: string, next: string, width: number): boolean => {
  if (line === "" || line.trimStart().includes(" ")) return false;
  const missing = width - cellWidth(line);
  return missing <= 0 || (missing === 1 && isWide([...next][0] ?? ""));
};

/** Undoes the wrapping of a message. */
export function joinWrapped(lines: readonly string[], width: number): string {
  let text = "";
  let before = "";
  for (const [at, line] of lines.entries()) {
    const glue = at === 0 || text === "" || (width > 0 && isBroken(before, line, width)) ? "" : " ";
    text += glue + line;
    before = line;
  }
  return text.trim();
}
