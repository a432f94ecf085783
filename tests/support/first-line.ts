import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";

/** What a program says first. @throws Error where it ends without a word */
export async function firstLine(child: ChildProcess & { stdout: Readable }): Promise<string> {
  const ended = once(child, "exit").then(([code, signal]) => {
    throw new Error(`The program ended with ${String(code ?? signal)} before it was ready.`);
  });
  const [line]: unknown[] = await Promise.race([once(createInterface(child.stdout), "line"), ended]);
  return String(line);
}
