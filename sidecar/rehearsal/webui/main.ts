import { mkdir } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { reportError } from "../../host/studio-error.js";
import { standInApplication } from "./application.js";
import { readStandInWebuiOptions, type StandInWebuiOptions } from "./stand-in-options.js";
import { WebuiState } from "./state/webui-state.js";

const FAILED = 1;
const BAD_ARGUMENTS = 2;
const LOOK_FOR_PARENT_MS = 1000;

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Listens on this machine only and prints one line of JSON when it can be asked. */
async function serve(options: StandInWebuiOptions): Promise<void> {
  await mkdir(join(options.home, "models", "Lora"), { recursive: true });
  const server = createServer(standInApplication(await WebuiState.open(options)));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : options.port;
  const url = `http://127.0.0.1:${port}`;
  process.stdout.write(`${JSON.stringify({ ready: true, standIn: true, port, url, pid: process.pid })}\n`);
  const { parent } = options;
  if (parent === null) return;
  setInterval(() => {
    if (!isAlive(parent)) process.exit(0);
  }, LOOK_FOR_PARENT_MS);
}

try {
  process.stderr.write("LoRA Atelier's stand-in WebUI: no model, the pictures are drawn figures.\n");
  await serve(readStandInWebuiOptions(process.argv.slice(2)));
} catch (error) {
  const { code, message, hint } = reportError(error);
  process.stderr.write(`${message}${hint && `\n${hint}`}\n`);
  process.exitCode = code === "badArguments" ? BAD_ARGUMENTS : FAILED;
}
