import { existsSync } from "node:fs";
import { appendFile, mkdir, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { probeTrainer } from "../trainer/probe-trainer.js";
import { fetchArchive } from "./fetch-archive.js";
import { type FailurePlace, findFailure } from "./find-failure.js";
import { installEnvironment } from "./install-environment.js";
import { OWN_FOLDER, venvPython } from "./install-files.js";
import type { InstallFailure } from "./install-journal.js";
import type { InstallLog } from "./install-log.js";
import type { InstallOrder } from "./install-order.js";
import type { InstallStep } from "./install-steps.js";
import { mendEnvironment } from "./mend-environment.js";
import { runProgram } from "./run-program.js";

export interface StepWorker {
  order: InstallOrder;
  log: InstallLog;
  signal: AbortSignal;
  onStart(pid: number): void;
}

const placeOf = ({ folder, url, revision, pythonVersion }: InstallOrder): FailurePlace => ({
  folder,
  url,
  revision,
  python: pythonVersion.split(".").slice(0, 2).join("."),
  platform: process.platform,
});

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

async function runCommands(step: InstallStep, wasWhole: boolean, worker: StepWorker): Promise<InstallFailure | null> {
  const { order, log, signal, onStart } = worker;
  for (const { program, words } of step.commands) {
    // What the user changed in a whole checkout is not overwritten.
    const given = wasWhole ? words.filter((word) => word !== "--force") : words;
    log.line(`$ ${[program, ...given].join(" ")}`);
    log.takeLines();
    const environment = installEnvironment(order.folder);
    const end = await runProgram({
      program,
      words: given,
      folder: order.folder,
      environment,
      signal,
      onStart,
      onLine: log.line,
    });
    if (signal.aborted) return null;
    const lines = log.takeLines();
    if ("notStarted" in end) {
      log.line(end.notStarted);
      return { cause: "programMissing", values: { program }, lines: [end.notStarted] };
    }
    if (end.exitCode !== 0) {
      return findFailure({ program, step: step.name, lines, ...end }, placeOf(order));
    }
  }
  return null;
}

async function getSource(step: InstallStep, wasWhole: boolean, worker: StepWorker): Promise<InstallFailure | null> {
  const { order, log, signal } = worker;
  const { folder, url, git } = order;
  if (git === null) {
    log.takeLines();
    const end = await fetchArchive(order, { signal, onBytes: log.amount });
    if (signal.aborted) return null;
    if (!end.ok) {
      log.line(end.line);
      const found = findFailure(
        { program: "download", step: "source", exitCode: 1, signal: null, lines: [end.line] },
        placeOf(order),
      );
      return end.broken && found.cause === "unknown"
        ? { cause: "archiveBroken", values: { reason: end.line.trim() }, lines: [end.line] }
        : found;
    }
  } else {
    // A fetch that was killed leaves locks that the next one stumbles over.
    if (!wasWhole) await rm(join(folder, ".git"), { recursive: true, force: true });
    const failure = await runCommands(step, wasWhole, worker);
    if (failure !== null || signal.aborted) return failure;
    const exclude = join(folder, ".git", "info", "exclude");
    await mkdir(dirname(exclude), { recursive: true });
    await appendFile(exclude, `/${OWN_FOLDER}/\n`);
  }
  const whole = await Promise.all(["train_network.py", "requirements.txt"].map((name) => isFile(join(folder, name))));
  return whole.every(Boolean) ? null : { cause: "notTrainer", values: { url }, lines: [] };
}

/** Asks the trainer that came out whether it can train. */
async function tryOut({ order, log }: StepWorker): Promise<InstallFailure | null> {
  const { folder } = order;
  const python = venvPython(folder);
  const accelerate = join(dirname(python), process.platform === "win32" ? "accelerate.exe" : "accelerate");
  const probed = await probeTrainer({
    kind: "sd-scripts",
    folder,
    python,
    accelerate: existsSync(accelerate) ? accelerate : null,
    origin: "given",
    pythonFrom: "folder",
  });
  for (const { severity, message } of probed.problems) log.line(`${severity}: ${message}`);
  log.line(`torch ${probed.torch.version ?? "–"}, ${probed.cuda.version ?? "CPU"}`);
  const first = probed.problems.find(({ severity }) => severity === "error");
  return first === undefined
    ? null
    : { cause: "unusable", values: { reason: first.message, remedy: first.remedy }, lines: [] };
}

/** Does one step; an aborted one tells nothing. @param wasWhole true when it was whole once, with another recipe */
export async function doStep(step: InstallStep, wasWhole: boolean, worker: StepWorker): Promise<InstallFailure | null> {
  if (step.name === "source") return getSource(step, wasWhole, worker);
  if (step.name === "check") return tryOut(worker);
  if (step.name !== "venv") {
    const removed = await mendEnvironment(worker.order.folder);
    if (removed.length > 0) worker.log.line(`=== half-installed and removed: ${removed.join(", ")}`);
  }
  return runCommands(step, wasWhole, worker);
}
