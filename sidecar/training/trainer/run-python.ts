import { execa } from "execa";
import { endTree } from "../../host/end-tree.js";

/** How a run of a Python ended. */
export type PythonRun =
  | { kind: "ended"; stdout: string; stderr: string; exitCode: number | null; signal: string | null }
  /** It did not end in time, or said too much, and was ended. */
  | { kind: "silent" | "flooded"; stdout: string; stderr: string }
  | { kind: "notStarted"; code: string; reason: string };

export interface PythonCall {
  python: string;
  words: readonly string[];
  environment: NodeJS.ProcessEnv;
  input?: string;
  limitMs: number;
  signal?: AbortSignal;
}

// A trainer's warnings are some kB; a program that is no Python may say anything.
const MAX_CHARACTERS = 4_000_000;
// Streams that a process outside the group still holds are left then.
const LEAVE_MS = 2000;

/**
 * Runs a Python with words, never through a shell, and waits for its end; after the limit its whole tree is ended.
 * Throws only what `signal` was aborted with.
 */
export async function runPython(call: PythonCall): Promise<PythonRun> {
  const { python, words, environment, input = "", limitMs, signal } = call;
  signal?.throwIfAborted();
  const running = execa(python, words, {
    env: environment,
    extendEnv: false,
    input,
    reject: false,
    maxBuffer: MAX_CHARACTERS,
    // A group of its own, so that helpers of a Python that hangs end with it.
    detached: process.platform !== "win32",
  });
  let late = false;
  const end = async (): Promise<void> => {
    // A Python that only answers questions has nothing to save: no patience.
    if (running.pid !== undefined) await endTree(running.pid, 0).catch(() => {});
    setTimeout(() => {
      running.stdout.destroy();
      running.stderr.destroy();
    }, LEAVE_MS).unref();
  };
  const timer = setTimeout(() => {
    late = true;
    void end();
  }, limitMs);
  const abort = (): void => void end();
  signal?.addEventListener("abort", abort, { once: true });
  try {
    const result = await running;
    signal?.throwIfAborted();
    const { stdout, stderr } = result;
    if (late) return { kind: "silent", stdout, stderr };
    if (result.isMaxBuffer) {
      await end();
      return { kind: "flooded", stdout, stderr };
    }
    if (result.exitCode === undefined && result.signal === undefined) {
      return { kind: "notStarted", code: result.code ?? "", reason: result.originalMessage ?? "" };
    }
    return { kind: "ended", stdout, stderr, exitCode: result.exitCode ?? null, signal: result.signal ?? null };
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
  }
}

/** The last line that says something: Python's own is the error itself. */
export const lastLine = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .at(-1)
    ?.slice(0, 500)
    // It stands inside a sentence.
    .replace(/[.\s]+$/, "") ?? "";
