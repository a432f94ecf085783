import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { endTree } from "../../host/end-tree.js";
import { isAlive } from "../../host/process-identity.js";
import { writeText } from "../../store/atomic-file.js";
import { type RunCommand, readEnd, readProcesses, runFiles } from "./run-files.js";

const program = fileURLToPath(new URL("./keeper.js", import.meta.url));

/** Starts a run; it goes on when this process ends. */
export async function startKeeper(folder: string, command: RunCommand): Promise<void> {
  await writeText(runFiles(folder).command, JSON.stringify(command));
  const child = spawn(process.execPath, [program, folder], {
    detached: true,
    stdio: "ignore",
    windowsHide: true,
    env: { ...process.env, ELECTRON_RUN_AS_NODE: "1" },
  });
  await new Promise<void>((resolve, reject) => {
    child.once("spawn", resolve);
    child.once("error", reject);
  });
  child.unref();
}

export type RunLife =
  /** The keeper has not written anything yet. */
  | "starting"
  | "running"
  /** The trainer lives, and who kept it does not: how it ends will not be recorded. */
  | "unkept"
  | "ended"
  /** Gone without a record: the machine was switched off, or the keeper was killed with it. */
  | "vanished";

/** What is left of a run, by its files. */
export function lifeOf(folder: string): RunLife {
  if (readEnd(folder) !== null) return "ended";
  const processes = readProcesses(folder);
  if (processes === null) return "starting";
  if (isAlive(processes.keeper)) return "running";
  if (isAlive(processes.trainer)) return "unkept";
  // Between the look at the file and that at the process it may have ended in peace.
  return readEnd(folder) === null ? "vanished" : "ended";
}

const PATIENCE_MS = 10_000;

/** Asks a run to end at once; nothing is saved but what is saved already. */
export async function askToStop(folder: string): Promise<void> {
  await writeFile(runFiles(folder).stop, "");
  const processes = readProcesses(folder);
  // Without a keeper nobody reads the request.
  if (processes && lifeOf(folder) === "unkept") await endTree(processes.trainer.pid, PATIENCE_MS);
}
