import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { runFiles } from "../keeper/run-files.js";
import type { LogEvent } from "../log/log-event.js";
import { createLossSeries } from "../log/loss-series.js";
import { createLogReader } from "../log/read-log.js";
import { askedFiles } from "../now/asked-files.js";
import { proveLoraFile } from "../verdict/prove-file.js";
import { type MeantRun, noProgress, type RunProgress } from "./run-record.js";

// Read at once: a long log is read again after a restart, and the event loop must have its turn between.
const CHUNK_BYTES = 1 << 20;
const WARNINGS_KEPT = 50;
const LINE_LETTERS = 2000;
const POINTS_KEPT = 600;
// Saves come in order; the trainer may have deleted some before anybody looked.
const LOOKED_AT_ONCE = 20;

/** Where reading a stream's file has come to. */
interface Place {
  path: string;
  offset: number;
}

/** Follows one run by its files; nothing is kept that cannot be read again. */
export interface LiveRun {
  progress: RunProgress;
  /** What the log told as errors, the latest last. */
  errors: readonly string[];
  /** Reads what is new, and looks for files that are whole by now. */
  look(): Promise<void>;
  /** The log has ended. */
  end(): Promise<void>;
}

export function followRun(folder: string, meant: MeantRun): LiveRun {
  const files = runFiles(folder);
  const progress = noProgress(meant);
  const { countedFrom = 0 } = meant;
  const series = createLossSeries(POINTS_KEPT);
  const places: Record<"stdout" | "stderr", Place> = {
    stdout: { path: files.stdout, offset: 0 },
    stderr: { path: files.stderr, offset: 0 },
  };
  let waiting = meant.files.filter(({ kind }) => kind !== "state");

  const errors: string[] = [];
  const onEvent = (event: LogEvent): void => {
    switch (event.kind) {
      case "phase":
        progress.phase = event.phase;
        progress.done = event.done ?? null;
        progress.of = event.total ?? null;
        return;
      case "progress": {
        // The trainer counts what it does itself; what was done before a resume comes on top.
        progress.step = meant.from + event.step;
        progress.total = meant.from > 0 ? meant.steps : event.total;
        progress.secondsPerStep = event.secondsPerStep;
        progress.secondsLeft =
          countedFrom > 0 && event.secondsPerStep !== null
            ? event.secondsPerStep * (meant.steps - progress.step)
            : event.secondsLeft;
        if (event.averageLoss === null) return;
        progress.averageLoss = event.averageLoss;
        // A bar shows a new step with the loss of the one before, then its own: the series takes the later.
        if (event.averageLoss !== "nan") series.add(progress.step, event.averageLoss);
        return;
      }
      case "epoch":
        progress.epoch = event.epoch;
        progress.epochs = event.epochs;
        return;
      case "warning":
        progress.warnings = [...progress.warnings, event.text].slice(-WARNINGS_KEPT);
        return;
      case "error":
        errors.push(event.text.slice(0, LINE_LETTERS));
        if (errors.length > WARNINGS_KEPT) errors.shift();
        return;
      default:
        return;
    }
  };
  const reader = createLogReader(onEvent);
  const buffer = Buffer.alloc(CHUNK_BYTES);

  const readOn = async (stream: "stdout" | "stderr"): Promise<boolean> => {
    const place = places[stream];
    if (!existsSync(place.path)) return false;
    const file = openSync(place.path, "r");
    let changed = false;
    try {
      for (;;) {
        const count = readSync(file, buffer, 0, CHUNK_BYTES, place.offset);
        if (count === 0) return changed;
        place.offset += count;
        reader.push(stream, buffer.subarray(0, count));
        changed = true;
        await nextTurn();
      }
    } finally {
      closeSync(file);
    }
  };

  const findSaved = async (): Promise<boolean> => {
    const due = waiting.filter(({ step }) => step <= Math.max(progress.step, meant.from)).slice(0, LOOKED_AT_ONCE);
    let found = false;
    for (const file of due) {
      const { name, kind, step } = file;
      const path = join(meant.outputFolder, name);
      if (!existsSync(path)) continue;
      const proof = await proveLoraFile(path, { steps: kind === "last" ? null : step - countedFrom });
      if (!proof.whole) continue;
      // What should have come before and is not there is gone.
      waiting = waiting.slice(waiting.indexOf(file) + 1);
      progress.saved = [...progress.saved, { name, kind, step, bytes: proof.bytes }];
      found = true;
    }
    return found;
  };

  /** What was saved on request comes between those of the plan. */
  const findAsked = async (): Promise<void> => {
    const known = new Set(progress.saved.map(({ name }) => name));
    for (const { name, kind, step } of askedFiles(folder, meant)) {
      if (kind === "state" || known.has(name)) continue;
      const path = join(meant.outputFolder, name);
      const proof = await proveLoraFile(path, { steps: step - countedFrom });
      if (!proof.whole) continue;
      const place = progress.saved.findIndex((saved) => saved.step > step || saved.kind === "last");
      progress.saved = progress.saved.toSpliced(place < 0 ? progress.saved.length : place, 0, {
        ...{ name, kind, step },
        bytes: proof.bytes,
      });
    }
  };

  const look = async (): Promise<void> => {
    const read = [await readOn("stdout"), await readOn("stderr")].includes(true);
    await findSaved();
    await findAsked();
    if (read) progress.losses = series.points();
  };
  return {
    progress,
    errors,
    look,
    async end() {
      await look();
      reader.end();
      // All that is there now, also saves that came while nobody looked.
      for (let more = true; more; ) more = await findSaved();
      await findAsked();
      progress.losses = series.points();
    },
  };
}
