import { rename } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";
import { systemCode } from "../host/studio-error.js";

// A virus scanner on Windows holds a large file for a moment after it is closed.
const passing = ["EPERM", "EACCES", "EBUSY"];
const TRIES = 8;
const WAIT_MS = 250;

/** Renames; tries again for two seconds while somebody else has the file open. @throws what `rename` throws */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(from, to);
      return;
    } catch (error) {
      if (attempt === TRIES || !passing.includes(systemCode(error))) throw error;
      await wait(WAIT_MS);
    }
  }
}
