import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ProcessIdentity } from "../../host/process-identity.js";
import { systemCode } from "../../host/studio-error.js";

/** What the keeper starts. */
export interface RunCommand {
  program: string;
  arguments: string[];
  /** The trainer's folder: its own imports begin there. */
  cwd: string;
  /** The whole environment. */
  environment: Record<string, string>;
}

/** Who runs, written by the keeper. */
export interface RunProcesses {
  keeper: ProcessIdentity;
  /** Leads a process group of its own. */
  trainer: ProcessIdentity;
}

/** How the trainer ended, written by the keeper. */
export interface RunEnd {
  exitCode: number | null;
  signal: string | null;
  /** Why it could not even be started. */
  error: string | null;
  /** True when the keeper ended it, because it was asked to. */
  stopped: boolean;
  /** ISO time. */
  ended: string;
}

/** The files of a run's folder. */
export const runFiles = (folder: string) => ({
  plan: join(folder, "plan.json"),
  config: join(folder, "config.toml"),
  dataset: join(folder, "dataset.toml"),
  prompts: join(folder, "prompts.txt"),
  command: join(folder, "command.json"),
  processes: join(folder, "processes.json"),
  stop: join(folder, "stop"),
  afterSave: join(folder, "after-save.json"),
  /** What the trainer is asked to do now, and what it answered. */
  asked: join(folder, "asked.json"),
  answered: join(folder, "answered.json"),
  end: join(folder, "end.json"),
  stdout: join(folder, "stdout.log"),
  stderr: join(folder, "stderr.log"),
  /** TensorBoard's files, where the plan has no folder of its own for them. */
  events: join(folder, "events"),
});

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);
const number = (value: unknown): number | null => (typeof value === "number" ? value : null);

/** A JSON file that is written whole or not at all; null when it is not there. */
export function readJson(path: string): Record<string, unknown> | null {
  try {
    return Object(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
}

/** @throws Error when the file is not what the sidecar writes */
export function readCommand(folder: string): RunCommand {
  const json = readJson(runFiles(folder).command);
  const [program, cwd] = [text(json?.program), text(json?.cwd)];
  if (json === null || program === null || cwd === null || !Array.isArray(json.arguments)) {
    throw new Error(`${folder} holds no command to run`);
  }
  const environment = Object.entries(Object(json.environment)).map(([name, value]) => [name, String(value)]);
  return { program, cwd, arguments: json.arguments.map(String), environment: Object.fromEntries(environment) };
}

const identity = (value: unknown): ProcessIdentity => ({
  pid: number(Object(value).pid) ?? 0,
  started: text(Object(value).started) ?? "",
});

export function readProcesses(folder: string): RunProcesses | null {
  const json = readJson(runFiles(folder).processes);
  return json && { keeper: identity(json.keeper), trainer: identity(json.trainer) };
}

export function readEnd(folder: string): RunEnd | null {
  const json = readJson(runFiles(folder).end);
  return (
    json && {
      exitCode: number(json.exitCode),
      signal: text(json.signal),
      error: text(json.error),
      stopped: json.stopped === true,
      ended: text(json.ended) ?? "",
    }
  );
}
