import { setTimeout as wait } from "node:timers/promises";
import { type FileLock, takeFileLock } from "../../store/state-lock.js";

const WAIT_FOR_OTHER_MS = 300;

function lockOf(file: string): FileLock | null {
  try {
    return takeFileLock(file);
  } catch {
    // Some network disks know no locks; the checksum still tells what two at once have done.
    return { release: () => {} };
  }
}

/** Runs `work` while nobody else, in any process, holds the lock of this file; whoever waits sees how the other gets on. */
export async function oneAtATime(
  file: string,
  { signal, work, look }: { signal: AbortSignal; work: () => Promise<void>; look: () => Promise<void> },
): Promise<void> {
  for (;;) {
    signal.throwIfAborted();
    const lock = lockOf(file);
    if (lock) {
      try {
        return await work();
      } finally {
        lock.release();
      }
    }
    await look();
    await wait(WAIT_FOR_OTHER_MS, undefined, { signal });
  }
}
