import { joinWrapped, type Level, readContinuation, readRecordStart } from "./rich-record.js";
import { createTraceback } from "./traceback.js";

/** What lines of a log make together. */
export interface LogTakers {
  /** A record's first line: what a record is about is told before its end is known. */
  onBegun(text: string): void;
  /** A record, unwrapped. */
  onRecord(level: Level, text: string): void;
  /** A line that belongs to nothing. */
  onPlain(line: string): void;
  /** The last exception of a chain, and the lines of its traceback next to it. */
  onException(text: string, frames: readonly string[]): void;
}

export interface LogLines {
  line(text: string): void;
  /** A bar was drawn: what was held is over. */
  bar(): void;
  end(): void;
}

// Data set dumps have 40 lines; more lines add nothing to what a record says.
const MOST_LINES = 60;
// Colours and links of a terminal, and the prefix of torchrun.
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is looked for
const ESCAPES = /\u001b(?:\[[0-9;?]*[A-Za-z]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g;
const RANK = /^\[rank\d+\]: ?/;

const plainText = (text: string): string => {
  const clean = text.includes("\u001b") ? text.replace(ESCAPES, "") : text;
  return clean.startsWith("[rank") ? clean.replace(RANK, "") : clean;
};

/** Puts records and tracebacks of one stream together. */
export function createLogLines(takers: LogTakers): LogLines {
  let record: { level: Level; lines: string[]; width: number } | null = null;
  const traceback = createTraceback(takers.onException);

  const closeRecord = (): void => {
    if (record === null) return;
    const { level, lines, width } = record;
    record = null;
    takers.onRecord(level, joinWrapped(lines, width));
  };
  return {
    line(raw) {
      const clean = plainText(raw);
      const text = clean.trimEnd();
      const start = readRecordStart(text);
      if (start !== null) {
        closeRecord();
        traceback.close();
        record = { level: start.level, lines: [start.text], width: start.width };
        takers.onBegun(start.text);
        return;
      }
      if (record !== null) {
        const more = readContinuation(clean);
        if (more !== null) {
          if (record.lines.length < MOST_LINES) record.lines.push(more);
          return;
        }
        closeRecord();
      }
      if (traceback.take(text)) return;
      if (text !== "") takers.onPlain(text);
    },
    bar() {
      closeRecord();
      traceback.pause();
    },
    end() {
      closeRecord();
      traceback.close();
    },
  };
}
