/** How a process ended: by a signal, by a code, or nobody knows. */
export interface Exit {
  signal: string | null;
  code: number | null;
}

const SIGNALS: Readonly<Record<number, string>> = {
  1: "SIGHUP",
  2: "SIGINT",
  4: "SIGILL",
  6: "SIGABRT",
  7: "SIGBUS",
  8: "SIGFPE",
  9: "SIGKILL",
  11: "SIGSEGV",
  15: "SIGTERM",
};
// Windows tells by codes what elsewhere are signals: Ctrl+C, access violation, stack overrun, stack overflow.
const WINDOWS: Readonly<Record<number, string>> = {
  3221225786: "SIGINT",
  3221225477: "SIGSEGV",
  3221226505: "SIGABRT",
  3221225725: "SIGSEGV",
};
const SHELL_BASE = 128;
const UNSIGNED = 2 ** 32;
const DIED_WITH = /died with <Signals\.(\w+): \d+>/;

export const isAsked = (signal: string | null): boolean =>
  signal !== null && /^SIG(?:INT|TERM|HUP|BREAK|QUIT)$/.test(signal);

/**
 * One form for all of them: a shell adds 128 to a signal's number, Python makes it negative, and accelerate's launcher
 * ends with 1 and says how its trainer died.
 */
export function readExit(exitCode: number | null, signal: string | null, launcher: string | null): Exit {
  if (signal !== null) return { signal, code: exitCode };
  if (exitCode === null) return { signal: null, code: null };
  const windows = WINDOWS[exitCode < 0 ? exitCode + UNSIGNED : exitCode];
  const named = exitCode < 0 ? SIGNALS[-exitCode] : SIGNALS[exitCode - SHELL_BASE];
  const died = exitCode === 0 ? undefined : DIED_WITH.exec(launcher ?? "")?.[1];
  return { signal: windows ?? named ?? died ?? null, code: exitCode };
}
