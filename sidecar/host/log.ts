import { join } from "node:path";
import type { Logger } from "pino";

export type { Logger };

interface OpenLog {
  log: Logger;
  /** Writes what is left and lets the file go; what is said later reaches stderr alone. */
  close(): Promise<void>;
}

/** Logs to stderr and to `folder/log/sidecar.log`, which turns over at 5 MB and keeps four old files. */
export async function openLog(folder: string): Promise<OpenLog> {
  // Read where there is something to log: commands that end at once have nothing.
  const [{ multistream, pino }, { createStream }] = await Promise.all([import("pino"), import("rotating-file-stream")]);
  const file = createStream("sidecar.log", { path: join(folder, "log"), size: "5M", maxFiles: 4 });
  // A full disk must not end the sidecar; stderr still has the line.
  file.on("error", () => {});
  const options = { base: { pid: process.pid }, redact: ["token", "headers.cookie", "headers.authorization"] };
  const log = pino(options, multistream([{ stream: process.stderr, level: "warn" }, { stream: file }]));
  const closed = new Promise<void>((resolve) => file.once("close", resolve));
  return {
    log,
    close() {
      file.end();
      return closed;
    },
  };
}
