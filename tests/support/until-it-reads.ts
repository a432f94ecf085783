import { readFile } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";

// Far beyond what any of these files takes, within a test's own limit.
const PATIENCE_MS = 25_000;

/** Waits for a file to hold this text. @throws Error saying what it holds instead */
export async function untilItReads(file: string, text: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (let read = await readFile(file, "utf8"); read !== text; read = await readFile(file, "utf8")) {
    if (Date.now() > end) throw new Error(`${file} reads ${JSON.stringify(read)}, not ${JSON.stringify(text)}`);
    await setTimeout(50);
  }
}
