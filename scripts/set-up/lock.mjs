import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

// A lock without a readable owner is one whose owner died between making the folder and writing its name.
const OWNERLESS_LOCK_IS_STALE_AFTER_MS = 10_000;

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function isStale(folder) {
  try {
    return !isAlive(Number(readFileSync(join(folder, "pid"), "utf8")));
  } catch {
    try {
      return Date.now() - statSync(folder).mtimeMs > OWNERLESS_LOCK_IS_STALE_AFTER_MS;
    } catch {
      return false;
    }
  }
}

/** Only one set-up works on a checkout at a time; a second one waits, and takes over from a dead one. */
export async function withSetUpLock(root, say, work) {
  mkdirSync(join(root, ".setup"), { recursive: true });
  const folder = join(root, ".setup", "lock");
  let told = false;
  for (;;) {
    try {
      mkdirSync(folder);
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (isStale(folder)) {
        rmSync(folder, { recursive: true, force: true });
        continue;
      }
      if (!told) say("Another set-up is working in this folder; waiting for it …");
      told = true;
      await wait(300);
    }
  }
  const release = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", release);
  try {
    writeFileSync(join(folder, "pid"), String(process.pid));
    return await work();
  } finally {
    process.removeListener("exit", release);
    release();
  }
}
