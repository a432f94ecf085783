// As often as language servers look after their editor.
const LOOK_EVERY_MS = 3000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return typeof error === "object" && error !== null && "code" in error && error.code === "EPERM";
  }
}

/** Calls `onOrphaned` each time it looks and finds none of the watched processes alive; not while it watches none. */
export function watchParents(onOrphaned: () => void): { add(pid: number): void; stop(): void } {
  const parents = new Set<number>();
  const timer = setInterval(() => {
    if (parents.size > 0 && ![...parents].some(isAlive)) onOrphaned();
  }, LOOK_EVERY_MS);
  timer.unref();
  return { add: (pid) => void parents.add(pid), stop: () => clearInterval(timer) };
}
