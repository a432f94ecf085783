import { launcherError } from "../log/launcher-error.js";
import { type LogError, looksLikeException, readLogText } from "../log/log-text.js";
import type { CauseName, CauseValues } from "./cause.js";
import { textCauses } from "./causes.js";
import { type Exit, isAsked, readExit } from "./exit.js";
import { type Found, findCause, linesOfError, type Said } from "./find-cause.js";
import type { LoraProof } from "./prove-file.js";

export type { CauseName } from "./cause.js";

/** All that is known of a run that has ended. */
export interface RunEnd {
  exitCode: number | null;
  signal: string | null;
  stopAsked: boolean;
  /** Steps that the final file should tell; null where unknown. */
  plannedSteps: number | null;
  reachedStep: number | null;
  final: LoraProof;
  /** Files of the run that are whole. */
  checkpoints: readonly string[];
  /** What the log reader told as errors, from the whole log. */
  errorLines: readonly string[];
  stdoutTail: string;
  stderrTail: string;
  facts?: {
    freeBytes?: number;
    /** What is at train_data_dir: the log does not tell a missing folder from one that holds the pictures itself. */
    dataFolder?: "missing" | "pictures" | "folders";
  };
}

export interface Verdict {
  state: "succeeded" | "failed" | "stopped" | "unknown";
  /** Of a run that succeeded only `nanLoss`, as a warning. */
  cause: CauseName | null;
  values: CauseValues;
  /** The log lines that prove it, cleaned. */
  lines: string[];
}

const LINES_SHOWN = 12;
const LAST_LINES = 6;
const LINE_LETTERS = 500;
// Patterns are tried on so much of a message; what they look for stands in front.
const READ_LETTERS = 2_000;
/** Less is no room for anything. */
const FULL_DISK_BYTES = 20_000_000;
const INTERRUPT = /^KeyboardInterrupt/;

const shorten = (lines: readonly string[]): string[] =>
  lines
    .map((line) => line.trim().slice(0, LINE_LETTERS))
    .filter((line) => line !== "")
    .slice(0, LINES_SHOWN);

interface Log extends Said {
  launcher: string | null;
  lossIsNan: boolean;
  interrupted: boolean;
}

function readTails({ errorLines, stdoutTail, stderrTail }: RunEnd): Log {
  const tails = [readLogText(stdoutTail), readLogText(stderrTail)];
  const inTails = tails.flatMap(({ errors }) => errors);
  const known = new Set(inTails.map(({ text }) => text));
  const told = errorLines
    .map((text) => text.slice(0, READ_LETTERS))
    .filter((text) => launcherError(text) === null && !known.has(text));
  const all: LogError[] = [
    ...told.map((text) => ({ text, frames: [] })),
    ...inTails.map(({ text, frames }) => ({ text: text.slice(0, READ_LETTERS), frames })),
  ];
  const launchers = [...tails.map(({ launcher }) => launcher), ...errorLines.map(launcherError)];
  return {
    errors: all.filter(({ text }) => !INTERRUPT.test(text)),
    lines: [...told.flatMap((text) => text.split("\n")), ...tails.flatMap(({ lines }) => lines)].map((line) =>
      line.slice(0, READ_LETTERS),
    ),
    launcher: launchers.findLast((one) => one !== null) ?? null,
    lossIsNan: tails.some(({ lossIsNan }) => lossIsNan),
    interrupted: all.some(({ text }) => INTERRUPT.test(text)),
  };
}

/** What was told as an error may only have been a warning. */
const lastException = ({ errors }: Log): LogError | undefined =>
  errors.findLast(({ text, frames }) => frames.length > 0 || looksLikeException(text) || /\berror\b/i.test(text));

/** A file that tells no steps (--no_metadata) is believed when the bar reached them. */
function isComplete({ final, plannedSteps, reachedStep }: RunEnd): boolean {
  if (!final.whole) return false;
  if (plannedSteps === null) return true;
  return final.steps === null ? (reachedStep ?? plannedSteps) >= plannedSteps : final.steps === plannedSteps;
}

/** What the files say where the log and the exit say nothing. */
function judgeFinal({ final, plannedSteps, reachedStep, checkpoints, facts }: RunEnd): Omit<Found, "lines"> {
  const reached = { step: reachedStep ?? 0, planned: plannedSteps ?? 0, checkpoints: checkpoints.length };
  if (final.whole)
    return { name: "wrongSteps", values: { steps: final.steps ?? reachedStep ?? 0, planned: plannedSteps ?? 0 } };
  switch (final.reason) {
    case "missing":
      return { name: "finalFileMissing", values: reached };
    case "growing":
      return { name: "finalFileGrowing", values: { bytes: final.bytes } };
    case "truncated":
      return facts?.freeBytes !== undefined && facts.freeBytes < FULL_DISK_BYTES
        ? { name: "diskFull", values: { free: facts.freeBytes } }
        : { name: "finalFileTruncated", values: { bytes: final.bytes, promised: final.promised ?? 0 } };
    case "notSafetensors":
      return { name: "finalNotSafetensors", values: { bytes: final.bytes } };
    case "wrongSteps":
      return { name: "wrongSteps", values: { steps: final.steps, planned: final.planned } };
  }
}

/** What the way it ended says where the log says nothing. */
function judgeExit(end: RunEnd, exit: Exit, log: Log): Omit<Found, "lines"> {
  const { signal, code } = exit;
  // Nobody but the system's out-of-memory killer sends it unasked.
  if (signal === "SIGKILL") return { name: "memory", values: { signal } };
  if (isAsked(signal) || log.interrupted) return { name: "killed", values: { signal: signal ?? "SIGINT" } };
  if (end.final.whole) return { name: "endedAfterSaving", values: { ending: signal ?? String(code) } };
  if (signal !== null) return { name: "crashed", values: { signal } };
  const exception = lastException(log)?.text.split("\n")[0] ?? "";
  return { name: "unknown", values: { exception: exception.slice(0, LINE_LETTERS), code: code ?? "" } };
}

const nameData = (found: Found, facts: RunEnd["facts"]): Found => {
  if (found.name !== "noData") return found;
  if (facts?.dataFolder === "missing") return { ...found, name: "noDataMissing" };
  return facts?.dataFolder === "pictures" ? { ...found, name: "noDataLeaf" } : found;
};

/** Says how a run ended and why. Pure: all it needs was gathered before. */
export function diagnose(end: RunEnd): Verdict {
  const log = readTails(end);
  const exit = readExit(end.exitCode, end.signal, log.launcher);
  const lastLines = log.lines.slice(-LAST_LINES);
  const verdict = (state: Verdict["state"], found: Omit<Found, "lines"> | null, lines: readonly string[]): Verdict => ({
    state,
    cause: found?.name ?? null,
    values: found?.values ?? {},
    lines: shorten(lines),
  });

  const saved = log.lines.filter((line) => line === "model saved.");
  // Where nobody kept its end, its last words and the file prove it.
  const wellEnded = exit.code === 0 || (exit.code === null && saved.length > 0);
  if (wellEnded && exit.signal === null && isComplete(end)) {
    return verdict("succeeded", log.lossIsNan ? { name: "nanLoss", values: {} } : null, saved);
  }
  const said = findCause(textCauses, log);
  const found = said === null ? null : nameData(said, end.facts);
  // What workers say when they are ended is no cause.
  const ended = exit.signal !== null || log.interrupted;
  if (end.stopAsked && (found === null || ended)) return verdict("stopped", null, lastLines);
  if (found !== null) return verdict("failed", found, found.lines);
  if (exit.code === null && exit.signal === null) {
    const growing = !end.final.whole && end.final.reason === "growing" ? judgeFinal(end) : null;
    return verdict("unknown", growing, lastLines);
  }
  if (exit.code !== 0 || exit.signal !== null) {
    const error = lastException(log);
    return verdict("failed", judgeExit(end, exit, log), error ? linesOfError(error) : lastLines);
  }
  const judged = judgeFinal(end);
  return verdict(judged.name === "finalFileGrowing" ? "unknown" : "failed", judged, lastLines);
}
