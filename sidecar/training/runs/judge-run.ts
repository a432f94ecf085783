import { existsSync, readdirSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { join } from "node:path";
import { isTrained } from "../../dataset/trained-formats.js";
import { readEnd } from "../keeper/run-files.js";
import { diagnose } from "../verdict/diagnose.js";
import { proveLoraFile } from "../verdict/prove-file.js";
import type { LiveRun } from "./live-run.js";
import { tailOf } from "./log-tail.js";
import type { MeantRun, RunOutcome, RunState } from "./run-record.js";

// What a verdict reads of each stream.
const TAIL_BYTES = 256 * 1024;

/** What `train_data_dir` is now: the log alone does not tell a missing folder from one that is a level too deep. */
function dataFolderOf({ plan }: MeantRun): { dataFolder?: "missing" | "pictures" | "folders" } {
  const folder = plan.arguments.train_data_dir;
  if (typeof folder !== "string") return {};
  try {
    const names = readdirSync(folder);
    return { dataFolder: names.some((name) => isTrained(name)) ? "pictures" : "folders" };
  } catch {
    return { dataFolder: "missing" };
  }
}

/** The file that a run is trained for. */
export function lastFileOf({ files, outputFolder }: MeantRun): string {
  return join(outputFolder, files.find(({ kind }) => kind === "last")?.name ?? "");
}

/** How a run ended, by its files: what the keeper wrote, the log, and the LoRA file itself. */
export async function judgeRun(
  meant: MeantRun,
  folder: string,
  { progress, errors }: LiveRun,
): Promise<{ state: RunState; ended: string; outcome: RunOutcome }> {
  const end = readEnd(folder);
  const { countedFrom = 0 } = meant;
  const plannedSteps = meant.steps - countedFrom;
  const disk = await statfs(meant.outputFolder).catch(() => null);
  const exit = { exitCode: end?.exitCode ?? null, signal: end?.signal ?? null };
  const { state, cause, values, lines } = diagnose({
    ...exit,
    stopAsked: end?.stopped === true || existsSync(join(folder, "stop")),
    plannedSteps,
    reachedStep: progress.step - countedFrom,
    final: await proveLoraFile(lastFileOf(meant), { steps: plannedSteps }),
    checkpoints: progress.saved.map(({ name }) => name),
    errorLines: end?.error ? [end.error] : errors,
    stdoutTail: await tailOf(join(folder, "stdout.log"), TAIL_BYTES),
    stderrTail: await tailOf(join(folder, "stderr.log"), TAIL_BYTES),
    facts: { ...(disk ? { freeBytes: disk.bavail * disk.bsize } : {}), ...dataFolderOf(meant) },
  });
  const outcome = { cause, values, lines, ...exit, progress };
  return { state, ended: end?.ended || new Date().toISOString(), outcome };
}
