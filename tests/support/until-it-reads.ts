import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

/** Waits for a file to hold this text; the test's own time limit ends it. */
export async function untilItReads(file: string, text: string): Promise<void> {
  while ((await readFile(file, "utf8")) !== text) await setTimeout(50);
}
