import { launcherError } from "./launcher-error.js";
import { readBar } from "./read-bar.js";
import { createLogLines } from "./read-lines.js";
import { readMessage } from "./read-message.js";
import { createLineSplitter } from "./split-lines.js";

export interface LogError {
  text: string;
  /** Lines of its traceback next to it. */
  frames: readonly string[];
}

/** A piece of a log, put together again. */
export interface LogText {
  /** Messages and exceptions without wrapping, padding and bars. */
  lines: string[];
  errors: LogError[];
  /** What accelerate's launcher said when its trainer had ended. */
  launcher: string | null;
  /** The last average of the loss was NaN. */
  lossIsNan: boolean;
}

const EXCEPTION = /^[A-Za-z_][\w.]*(?:Error|Exception|Interrupt|Exit)\b/;

/** The beginning of a traceback may be cut off: its last line is known all the same. */
export const looksLikeException = (line: string): boolean => EXCEPTION.test(line);

/** Reads the end of a stream; it may begin anywhere. */
export function readLogText(text: string): LogText {
  const read: LogText = { lines: [], errors: [], launcher: null, lossIsNan: false };
  const addError = (error: LogError): void => {
    const launcher = launcherError(error.text);
    if (launcher === null) read.errors.push(error);
    else read.launcher = launcher;
    read.lines.push(...(launcher ?? error.text).split("\n").map((line) => line.trim()));
  };
  const lines = createLogLines({
    onBegun: () => {},
    onRecord(level, message) {
      if (readMessage(level, message)?.kind === "error") addError({ text: message, frames: [] });
      else if (message !== "") read.lines.push(message);
    },
    onPlain(line) {
      if (looksLikeException(line) || readMessage(null, line)?.kind === "error") addError({ text: line, frames: [] });
      else read.lines.push(line.trim());
    },
    onException: (exception, frames) => addError({ text: exception, frames }),
  });
  const splitter = createLineSplitter({
    onBar(bar) {
      lines.bar();
      if (!bar.training) return;
      const { averageLoss } = readBar(bar);
      if (averageLoss !== null) read.lossIsNan = averageLoss === "nan";
    },
    onLine: lines.line,
  });
  splitter.push(Buffer.from(text));
  splitter.end();
  lines.end();
  return read;
}
