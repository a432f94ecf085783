import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { systemCode } from "./studio-error.js";

/** Signals a whole process group. @returns false when nobody of it lives any more */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-pid, signal);
    return true;
  } catch (error) {
    if (systemCode(error) === "ESRCH") return false;
    throw error;
  }
}

// Windows knows no groups: the tree is found by its parents, and ended by force.
const endOnWindows = (pid: number): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn("taskkill", ["/pid", String(pid), "/T", "/F"], { stdio: "ignore", windowsHide: true });
    child.once("error", () => resolve());
    child.once("exit", () => resolve());
  });

const LOOK_MS = 100;

/**
 * Ends a process that leads a group of its own, and everything it started: asked first, forced after `patience`.
 * @param patience milliseconds
 */
export async function endTree(pid: number, patience: number): Promise<void> {
  if (process.platform === "win32") return endOnWindows(pid);
  if (!signalGroup(pid, "SIGTERM")) return;
  for (const end = performance.now() + patience; performance.now() < end; ) {
    await sleep(LOOK_MS);
    if (!signalGroup(pid, 0)) return;
  }
  signalGroup(pid, "SIGKILL");
}
