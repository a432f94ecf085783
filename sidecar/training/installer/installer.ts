// `node installer.js FOLDER`: installs what the order in the folder says, and stays until it is whole, cancelled or failed,
// whatever becomes of the sidecar. Whoever wants to know how far it is reads the files of the folder.
import { existsSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import writeFileAtomic from "write-file-atomic";
import { endTree } from "../../host/end-tree.js";
import { identityOf, isAlive } from "../../host/process-identity.js";
import { reportError } from "../../host/studio-error.js";
import { doStep, type StepWorker } from "./do-step.js";
import { mayPass } from "./find-failure.js";
import { installFiles } from "./install-files.js";
import {
  beginStep,
  endStep,
  type InstallFailure,
  type InstallJournal,
  newJournal,
  readJournal,
  readOrder,
  readProcesses,
  wholeSteps,
} from "./install-journal.js";
import { installLog } from "./install-log.js";
import { installSteps } from "./install-steps.js";

const folder = process.argv[2] ?? "";
const files = installFiles(folder);
const writeJson = (path: string, value: object): void => writeFileAtomic.sync(path, JSON.stringify(value));

const LOOK_MS = 250;
const PATIENCE_MS = 5000;
// A connection that breaks is mostly back a moment later; what is whole in pip's cache is not fetched again.
const WAITS_MS = [2000, 10_000] as const;

// It has no terminal of its own, and what ends the sidecar's must not end it.
for (const signal of ["SIGINT", "SIGHUP"] as const) process.on(signal, () => {});

const cancelled = new AbortController();
process.once("SIGTERM", () => cancelled.abort());
setInterval(() => existsSync(files.cancel) && cancelled.abort(), LOOK_MS).unref();

/** What an installer that was killed has left running would write into the same files. */
async function endOrphan(): Promise<void> {
  const child = readProcesses(folder)?.child;
  if (child && isAlive(child)) await endTree(child.pid, PATIENCE_MS);
}

async function install(journal: InstallJournal): Promise<InstallFailure | null> {
  const order = readOrder(folder);
  if (order === null) throw new Error(`${files.order} is no order to install`);
  const log = installLog(folder);
  const installer = identityOf(process.pid);
  const worker: StepWorker = {
    order,
    log,
    signal: cancelled.signal,
    onStart: (pid) => writeJson(files.processes, { installer, child: identityOf(pid) }),
  };
  const steps = installSteps(order);
  const whole = wholeSteps(steps, journal);
  for (const step of steps) {
    if (whole.has(step.name)) continue;
    const wasWhole = journal.steps[step.name]?.wasWhole === true;
    beginStep(journal, step, steps);
    writeJson(files.journal, journal);
    log.line(`=== ${step.name} ${new Date().toISOString()}`);
    let failure = await doStep(step, wasWhole, worker);
    for (const wait of WAITS_MS) {
      if (failure === null || !mayPass(failure) || cancelled.signal.aborted) break;
      log.line(`=== ${failure.cause}: once more in ${wait / 1000} s`);
      await sleep(wait, undefined, { signal: cancelled.signal }).catch(() => {});
      if (!cancelled.signal.aborted) failure = await doStep(step, wasWhole, worker);
    }
    if (failure !== null || cancelled.signal.aborted) return failure;
    endStep(journal, step);
    writeJson(files.journal, journal);
  }
  return null;
}

const journal: InstallJournal = {
  ...(readJournal(folder) ?? newJournal()),
  state: "running",
  failure: null,
  ended: null,
};
try {
  const child = readProcesses(folder)?.child ?? null;
  writeJson(files.processes, { installer: identityOf(process.pid), child });
  await endOrphan();
  rmSync(files.progress, { force: true });
  writeJson(files.journal, journal);
  journal.failure = await install(journal);
  journal.state = cancelled.signal.aborted ? "cancelled" : journal.failure === null ? "succeeded" : "failed";
} catch (error) {
  const { message } = reportError(error);
  journal.state = "failed";
  const full = /ENOSPC/.test(message);
  journal.failure = {
    cause: full ? "diskFull" : "unknown",
    values: full ? { folder } : { program: "installer", exit: message },
    lines: [message],
  };
}
if (journal.state === "cancelled") journal.failure = null;
journal.ended = new Date().toISOString();
writeJson(files.journal, journal);
process.exit(0);
