import { launcherError } from "./launcher-error.js";
import { type LogEvent, type Phase, phases } from "./log-event.js";
import { phaseOf } from "./phase-words.js";
import { readBar } from "./read-bar.js";
import { createLogLines, type LogLines } from "./read-lines.js";
import { readMessage } from "./read-message.js";
import type { Bar } from "./scan-bar.js";
import { createLineSplitter, type LineSplitter } from "./split-lines.js";

export interface LogReader {
  push(stream: "stdout" | "stderr", bytes: Uint8Array): void;
  /** Both streams have ended. */
  end(): void;
}

type Progress = LogEvent & { kind: "progress" };

/**
 * Reads what the trainer writes as it comes, in pieces of any size. Nothing that was told is kept: memory stays flat.
 * Every change of a bar is told, so that a log read again gives the whole curve of the loss.
 */
export function createLogReader(onEvent: (event: LogEvent) => void): LogReader {
  let rank = -1;
  let phase: Phase = "starting";
  let part = "";
  let progress: Progress | null = null;
  let failed = false;
  const counted = new Map<string, number>();

  // Phases only go on: one stream may be late, and a message may come twice.
  const enter = (next: Phase): void => {
    const place = phases.indexOf(next);
    if (place <= rank) return;
    rank = place;
    phase = next;
    onEvent({ kind: "phase", phase });
  };
  const begun = (text: string): void => {
    const next = phaseOf(text);
    if (next !== null) enter(next);
    if (text === "model saved.") onEvent({ kind: "saved" });
  };
  const tell = (event: LogEvent | null): void => {
    if (event === null) return;
    if (event.kind === "counts") {
      const [name = "", value = 0] = Object.entries(event).find(([key]) => key !== "kind") ?? [];
      if (counted.get(name) === value) return;
      counted.set(name, Number(value));
    }
    // The last save comes when all steps are done; those before it do not end the training.
    if (event.kind === "saving" && progress !== null && progress.step >= progress.total) enter("saving");
    // Bars may be missing: a terminal of no width draws none.
    if (event.kind === "epoch") enter("training");
    if (event.kind === "error") failed = true;
    onEvent(event);
  };
  const onBar = (bar: Bar): void => {
    if (!bar.training) {
      const name = `${phase} ${bar.done}/${bar.total}`;
      if ((phase !== "caching" && phase !== "reading") || name === part) return;
      part = name;
      onEvent({ kind: "phase", phase, done: bar.done, total: bar.total });
      return;
    }
    if (phase !== "training") enter("training");
    const next = readBar(bar);
    const same =
      progress !== null &&
      progress.step === next.step &&
      progress.total === next.total &&
      progress.averageLoss === next.averageLoss;
    if (same) return;
    progress = next;
    onEvent(next);
  };
  const onException = (text: string): void => {
    const launcher = launcherError(text);
    // The trainer's own exception came before it.
    if (launcher !== null && failed) return;
    tell({ kind: "error", text: launcher ?? text });
  };

  const createStream = (): { splitter: LineSplitter; lines: LogLines } => {
    const lines = createLogLines({
      onBegun: begun,
      onRecord: (level, text) => tell(readMessage(level, text)),
      onPlain(text) {
        begun(text);
        tell(readMessage(null, text));
      },
      onException,
    });
    const splitter = createLineSplitter({
      onBar(bar) {
        lines.bar();
        onBar(bar);
      },
      onLine: lines.line,
    });
    return { splitter, lines };
  };
  const streams = { stdout: createStream(), stderr: createStream() };

  return {
    push(stream, bytes) {
      if (bytes.length === 0) return;
      enter("starting");
      streams[stream].splitter.push(bytes);
    },
    end() {
      for (const { splitter, lines } of [streams.stdout, streams.stderr]) {
        splitter.end();
        lines.end();
      }
      enter("ended");
    },
  };
}
