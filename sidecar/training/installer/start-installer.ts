import { spawn } from "node:child_process";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { endTree } from "../../host/end-tree.js";
import { isAlive } from "../../host/process-identity.js";
import { writeText } from "../../store/atomic-file.js";
import { installFiles } from "./install-files.js";
import { newJournal, readJournal, readProcesses } from "./install-journal.js";
import type { InstallOrder } from "./install-order.js";

const LOOK_MS = 30;
// Node alone starts in a moment; on a busy machine in some.
const START_MS = 20_000;
const program = fileURLToPath(new URL("./installer.js", import.meta.url));

export const isInstalling = (folder: string): boolean => {
  const processes = readProcesses(folder);
  return processes !== null && isAlive(processes.installer);
};

/** Starts an installation, or goes on with it; it goes on when this process ends. */
export async function startInstaller(order: InstallOrder): Promise<void> {
  const { folder } = order;
  const files = installFiles(folder);
  await mkdir(files.own, { recursive: true });
  await rm(files.cancel, { force: true });
  await writeText(files.order, JSON.stringify(order));
  const journal = readJournal(folder) ?? newJournal();
  await writeText(files.journal, JSON.stringify({ ...journal, state: "running", failure: null, ended: null }));
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
  // Until it has told who it is, it would be taken for the one before.
  for (const end = performance.now() + START_MS; performance.now() < end; await sleep(LOOK_MS)) {
    if (child.exitCode !== null || readProcesses(folder)?.installer.pid === child.pid) return;
  }
}

const PATIENCE_MS = 5000;

/** Asks an installation to end; what is whole of it stays. */
export async function cancelInstaller(folder: string): Promise<void> {
  const { cancel } = installFiles(folder);
  if (isInstalling(folder)) {
    await writeFile(cancel, "");
    return;
  }
  const child = readProcesses(folder)?.child;
  // Whoever waited for it is gone and reads no request.
  if (child && isAlive(child)) await endTree(child.pid, PATIENCE_MS);
}
