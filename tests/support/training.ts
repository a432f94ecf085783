import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach } from "@jest/globals";
import { stringify } from "smol-toml";
import { isAlive } from "../../sidecar/host/process-identity.js";
import { localRoots } from "../../sidecar/host/roots.js";
import { openSettings } from "../../sidecar/host/settings/settings.js";
import { planningMethods } from "../../sidecar/planning/methods.js";
import { type Database, openDatabase } from "../../sidecar/store/database.js";
import { type AwayRuns, createAwayRuns } from "../../sidecar/training/away/away-runs.js";
import { createBoards } from "../../sidecar/training/boards/boards.js";
import { readProcesses } from "../../sidecar/training/keeper/run-files.js";
import { trainingMethods } from "../../sidecar/training/methods.js";
import { createCurveStore } from "../../sidecar/training/metrics/curve-store.js";
import { publishBySelf } from "../../sidecar/training/results/methods.js";
import { createTrainingRunner } from "../../sidecar/training/runs/runner.js";
import { trainerChoice } from "../../sidecar/training/trainer/trainer-choice.js";
import { proveLoraFile } from "../../sidecar/training/verdict/prove-file.js";
import { createGpuHandOver } from "../../sidecar/webui/gpu-hand-over.js";
import { createWebuiLinks } from "../../sidecar/webui/webui-links.js";
import { program } from "./command.js";
import { pictureSet } from "./planning.js";

/** What stands in every configuration of these tests: few steps over small pictures. */
const short = {
  output_name: "okara",
  resolution: "64,64",
  caption_extension: ".txt",
  network_module: "networks.lora",
  network_dim: 4,
  network_alpha: 1,
  learning_rate: 1e-4,
  optimizer_type: "AdamW",
  lr_scheduler: "constant",
  max_train_steps: 6,
  train_batch_size: 1,
  save_every_n_steps: 2,
  save_model_as: "safetensors",
  save_precision: "fp16",
  mixed_precision: "no",
  seed: 7,
  max_data_loader_n_workers: 0,
};

/** A folder with pictures, one for what is trained, and a configuration that names both. */
export async function shortTraining(
  work: string,
  given: Record<string, string | number | boolean> = {},
  count = 4,
): Promise<{ config: string; out: string; pictures: string }> {
  const [config, out] = [join(work, "training.toml"), join(work, "out")];
  const pictures = await pictureSet(join(work, "img"), "2_okara", { count, size: [64, 64] });
  const options = { train_data_dir: join(work, "img"), output_dir: out, ...short, ...given };
  await writeFile(config, stringify(options));
  return { config, out, pictures };
}

/** The stand-in's options as the environment of a command; it takes no longer than it must. */
export const standIn = (options: object = {}): Record<string, string> => ({
  ATELIER_STAND_IN_TRAINER: JSON.stringify({ startSeconds: 0, secondsPerStep: 0, secondsPerSave: 0, ...options }),
});

/** What `train --json` says of a run in a line. */
export interface RunLine {
  run: number;
  state: string;
  phase?: string;
  step?: number;
  total?: number;
  files: string[];
  cause?: string | null;
  message?: string;
  remedy?: string;
}

const runLine = (text: string): RunLine => {
  const line: RunLine = JSON.parse(text);
  return line;
};

export const runLines = (stdout: string): RunLine[] =>
  stdout
    .split("\n")
    .filter((text) => text !== "")
    .map(runLine);

export const lastLine = (stdout: string): RunLine => {
  const last = runLines(stdout).at(-1);
  if (last === undefined) throw new Error("Nothing was said.");
  return last;
};

/** Waits for what other processes do; the test's own limit ends it when it never comes. */
export async function until<T>(ask: () => T | null | false | Promise<T | null | false>): Promise<T> {
  for (;;) {
    const found = await ask();
    if (found !== null && found !== false) return found;
    await sleep(50);
  }
}

interface RunningCommand {
  child: ChildProcess;
  lines: RunLine[];
  /** The first line that fits. */
  line(fits: (line: RunLine) => boolean): Promise<RunLine>;
  ended: Promise<number | null>;
}

/** Starts commands that go on while the test looks; those that still run are killed after each test. */
export function runningCommands(): (home: string, words: string[], env?: NodeJS.ProcessEnv) => RunningCommand {
  const running: ChildProcess[] = [];
  afterEach(() => {
    for (const child of running.splice(0)) child.kill("SIGKILL");
  });
  return (home, words, env = {}) => {
    const child = spawn(process.execPath, [program, ...words], {
      env: { ...process.env, ATELIER_HOME: home, INIT_CWD: process.cwd(), ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    running.push(child);
    const lines: RunLine[] = [];
    createInterface(child.stdout).on("line", (text) => void lines.push(runLine(text)));
    const ended = once(child, "close").then(() => child.exitCode);
    const line = (fits: (line: RunLine) => boolean): Promise<RunLine> =>
      until(() => {
        const found = lines.find(fits);
        if (found === undefined && child.exitCode !== null) throw new Error(`It ended: ${JSON.stringify(lines)}`);
        return found ?? null;
      });
    return { child, lines, line, ended };
  };
}

/** What the steps of these whole files are, in order; null for one that is not whole. */
export async function stepsOf(paths: readonly string[]): Promise<(number | null)[]> {
  const proofs = await Promise.all(paths.map((path) => proveLoraFile(path, { steps: null })));
  return proofs.map((proof) => (proof.whole ? proof.steps : null));
}

/** The training room in this process: its runs are started with this process's environment. */
export function trainingRooms(): (home: string) => TrainingMethods {
  const open: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const close of open.splice(0)) await close();
  });
  return (home) => {
    const database = openDatabase(home);
    const settings = openSettings(home);
    const room = { database, roots: localRoots() };
    const webuis = createWebuiLinks(settings, {});
    const handOver = createGpuHandOver(database, webuis, { settings });
    const runner = createTrainingRunner(database, home, {
      away: noAway(database),
      handOver,
      settings,
      whenSucceeded: (run, progress) => publishBySelf(run, progress, { database, settings, webuis }),
    });
    const boards = createBoards();
    open.push(async () => {
      handOver.close();
      await Promise.all([runner.close(), boards.close()]);
      database.close();
    });
    return {
      ...planningMethods(room),
      ...trainingMethods({
        ...room,
        runner,
        away: noAway(database),
        settings,
        trainers: trainerChoice(settings, home),
        curves: createCurveStore(),
        boards,
        webuis,
      }),
    };
  };
}

/** A studio that no other machine works for. */
export const noAway = (database: Database): AwayRuns =>
  createAwayRuns({ database, house: async () => null, folderOf: () => "" });

type TrainingMethods = ReturnType<typeof trainingMethods> & ReturnType<typeof planningMethods>;

/** When files were changed last. */
export const changedAt = (paths: readonly string[]): Promise<number[]> =>
  Promise.all(paths.map(async (path) => (await stat(path)).mtimeMs));

/** Whether the keeper or the trainer of a run live. */
export function livesOf(home: string, run: number): { keeper: boolean; trainer: boolean } {
  const processes = readProcesses(join(home, "runs", String(run)));
  return {
    keeper: processes !== null && isAlive(processes.keeper),
    trainer: processes !== null && isAlive(processes.trainer),
  };
}
