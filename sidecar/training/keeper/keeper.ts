// `node keeper.js RUN-FOLDER`: starts the trainer and stays until it ends, whatever becomes of the sidecar. The trainer's
// streams go to files: on pipes it dies seconds after who reads them. Small on purpose, and without any package but one.
import { spawn } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import writeFileAtomic from "write-file-atomic";
import { endTree } from "../../host/end-tree.js";
import { identityOf } from "../../host/process-identity.js";
import { reportError } from "../../host/studio-error.js";
import { isAwaitedSaved } from "./after-save.js";
import { type RunEnd, readCommand, runFiles } from "./run-files.js";

const folder = process.argv[2] ?? "";
const files = runFiles(folder);
const writeJson = (path: string, value: object): void => writeFileAtomic.sync(path, JSON.stringify(value));

// A request to stop is obeyed within this time.
const LOOK_MS = 250;
// The trainer has no handler: it ends at once when asked, its workers a moment later.
const PATIENCE_MS = 10_000;

let stopped = false;
let ended = false;

function end(how: Omit<RunEnd, "ended" | "stopped">): void {
  if (ended) return;
  ended = true;
  const record: RunEnd = { ...how, stopped, ended: new Date().toISOString() };
  writeJson(files.end, record);
  process.exit(0);
}

// It has no terminal of its own, and what ends the sidecar's must not end the run.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});

try {
  const { program, arguments: words, cwd, environment } = readCommand(folder);
  const child = spawn(program, words, {
    cwd,
    env: environment,
    stdio: ["ignore", openSync(files.stdout, "a"), openSync(files.stderr, "a")],
    // A group of its own on POSIX, so that the whole of it can be ended.
    detached: process.platform !== "win32",
    windowsHide: true,
  });
  child.once("error", (error) => end({ exitCode: null, signal: null, error: reportError(error).message }));
  const { pid } = child;
  if (pid !== undefined) {
    child.once("exit", (exitCode, signal) => {
      // Who led has ended; what it started – a launcher's trainer, workers – must not stay behind.
      void endTree(pid, PATIENCE_MS).finally(() => end({ exitCode, signal, error: null }));
    });
    writeJson(files.processes, { keeper: identityOf(process.pid), trainer: identityOf(pid) });
    const stop = (): void => {
      if (stopped) return;
      stopped = true;
      void endTree(pid, PATIENCE_MS);
    };
    process.once("SIGTERM", stop);
    const look = async (): Promise<void> => {
      // A save that cannot be read is no reason to leave the trainer alone.
      if (existsSync(files.stop) || (await isAwaitedSaved(folder).catch(() => false))) stop();
      else setTimeout(look, LOOK_MS);
    };
    void look();
  }
} catch (error) {
  end({ exitCode: null, signal: null, error: reportError(error).message });
}
