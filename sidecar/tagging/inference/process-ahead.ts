import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { childEnvironment } from "../../host/inference/child-process.js";

const file = fileURLToPath(new URL("./inference-process.js", import.meta.url));
let ahead: ChildProcess | null = null;

const start = (): ChildProcess =>
  fork(file, { env: childEnvironment(), serialization: "advanced", stdio: ["ignore", 2, 2, "ipc"] });

/**
 * Starts an inference process that loads its libraries while this program is still reading its own. Unused, it ends with this
 * program, and does not keep it from ending.
 */
export function startAhead(): void {
  if (ahead !== null) return;
  const child = start();
  ahead = child;
  child.unref();
  child.channel?.unref();
  // Who asks for one then starts another, which says why.
  const forget = (): void => {
    if (ahead === child) ahead = null;
  };
  child.on("exit", forget);
  child.on("error", forget);
}

/** The one that was started ahead, once; else a new one. */
export function inferenceProcess(): ChildProcess {
  const child = ahead ?? start();
  ahead = null;
  child.ref();
  child.channel?.ref();
  return child;
}
