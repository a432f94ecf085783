import { appendFileSync, writeFileSync } from "node:fs";
import type { Streams } from "./streams.js";
import { padCells, wrapMessage } from "./wrap.js";

type Level = "INFO" | "WARNING" | "ERROR";
const severity: Record<string, number> = { DEBUG: 10, INFO: 20, WARNING: 30, ERROR: 40, CRITICAL: 50 };

// `2026-11-22 21:26:36 INFO     message source`: the columns of rich's log handler and the blanks between them.
const TIME_CELLS = 19;
const LEVEL_CELLS = 8;

/** One record in the columns of `rich`; the time only when it changed, which is why the caller gives it. */
function richRecord(time: string, level: Level, source: string, message: string, columns: number): string {
  const width = Math.max(1, columns - TIME_CELLS - LEVEL_CELLS - source.length - 3);
  const lines = wrapMessage(message, width).map((line, index) => {
    const first = index === 0;
    const front = `${(first ? time : "").padEnd(TIME_CELLS)} ${(first ? level : "").padEnd(LEVEL_CELLS)}`;
    return `${front} ${padCells(line, width)} ${(first ? source : "").padEnd(source.length)}\n`;
  });
  return lines.join("");
}

const two = (number: number): string => String(number).padStart(2, "0");

/** Local time, as Python's logging writes it. */
export function timeOfDay(now = new Date()): string {
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `${day} ${two(now.getHours())}:${two(now.getMinutes())}:${two(now.getSeconds())}`;
}

interface LogOptions {
  columns: number;
  /** `console_log_simple`: bare messages on stdout. */
  simple: boolean;
  /** `console_log_level`. */
  level: string;
  /** `console_log_file`: there instead. */
  file: string | null;
}

/** The trainer's log records: on stderr by `rich`, or where the arguments say. */
export class Log {
  readonly #streams: Streams;
  readonly #options: LogOptions;
  #lastTime = "";

  constructor(streams: Streams, options: LogOptions) {
    this.#streams = streams;
    this.#options = options;
    if (options.file !== null) writeFileSync(options.file, "");
  }

  info(source: string, message: string): void {
    this.#record("INFO", source, message);
  }

  warning(source: string, message: string): void {
    this.#record("WARNING", source, message);
  }

  error(source: string, message: string): void {
    this.#record("ERROR", source, message);
  }

  #record(level: Level, source: string, message: string): void {
    const { simple, file, columns, level: least } = this.#options;
    if ((severity[level] ?? 0) < (severity[least] ?? 0)) return;
    if (file !== null) {
      appendFileSync(file, `${message}\n`);
      return;
    }
    if (simple) {
      this.#streams.out(`${message}\n`);
      this.#streams.flush();
      return;
    }
    const time = timeOfDay();
    this.#streams.err(richRecord(time === this.#lastTime ? "" : time, level, source, message, columns));
    this.#lastTime = time;
  }
}
