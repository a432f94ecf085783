import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { endTree } from "../../host/end-tree.js";
import { reportError } from "../../host/studio-error.js";

export interface ProgramCall {
  program: string;
  words: readonly string[];
  folder: string;
  environment: NodeJS.ProcessEnv;
  signal: AbortSignal;
  onStart(pid: number): void;
  /** Each line without its end; a bar that is drawn over and over gives its states. */
  onLine(line: string): void;
}

export interface ProgramEnd {
  exitCode: number | null;
  signal: string | null;
}

// It saves nothing when asked; its lock files are removed by hand before the next try.
const PATIENCE_MS = 5000;
// A line without end is no line.
const MOST_LETTERS = 100_000;

function readLines(stream: Readable, onLine: (line: string) => void): void {
  let open = "";
  stream.setEncoding("utf8");
  stream.on("data", (text: string) => {
    const parts = (open + text).split(/\r\n|\r|\n/);
    open = (parts.pop() ?? "").slice(-MOST_LETTERS);
    for (const line of parts) onLine(line);
  });
  stream.on("end", () => open !== "" && onLine(open));
}

/** Runs a program with words, never through a shell, to its end; an abort ends its whole tree first. */
export async function runProgram(call: ProgramCall): Promise<ProgramEnd | { notStarted: string }> {
  const { program, words, folder, environment, signal, onStart, onLine } = call;
  let child: ChildProcess & { stdout: Readable; stderr: Readable };
  try {
    child = spawn(program, words, {
      cwd: folder,
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
      detached: process.platform !== "win32",
      windowsHide: true,
    });
  } catch (error) {
    return { notStarted: reportError(error).message };
  }
  readLines(child.stdout, onLine);
  readLines(child.stderr, onLine);
  const { pid } = child;
  const ended = new Promise<ProgramEnd | { notStarted: string }>((resolve) => {
    child.once("error", (error) => resolve({ notStarted: reportError(error).message }));
    child.once("close", (exitCode, by) => resolve({ exitCode, signal: by }));
  });
  if (pid === undefined) return ended;
  onStart(pid);
  const end = (): void => void endTree(pid, PATIENCE_MS).catch(() => {});
  if (signal.aborted) end();
  signal.addEventListener("abort", end, { once: true });
  try {
    return await ended;
  } finally {
    signal.removeEventListener("abort", end);
  }
}
