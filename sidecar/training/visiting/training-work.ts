import { mkdir, readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { reportError } from "../../host/studio-error.js";
import type { MachineTrainer } from "../../machines/machine.js";
import type { LongHouse, LongWork, LongWorkKind } from "../../machines/worker/long-work.js";
import { writeText } from "../../store/atomic-file.js";
import { runOfTask } from "../away/away-file.js";
import { parseTravelling, type TravellingRun } from "../away/travelling-run.js";
import { recordEnvironment } from "../history/environment.js";
import { startKeeper } from "../keeper/start-keeper.js";
import { prepareRun } from "../runs/prepare-run.js";
import type { MeantRun } from "../runs/run-record.js";
import type { ProbedTrainer, Trainer } from "../trainer/trainer.js";
import { noTrainer } from "./no-trainer.js";
import { requirePermitted } from "./permitted-run.js";
import { placeRun } from "./place-run.js";
import { accompany, type Visit } from "./visit.js";

export interface TrainingWorkOptions {
  /** null: only rehearsals can be trained here. */
  trainer: ProbedTrainer | null;
  standIn: Trainer;
  /** Whether plans may have the trainer load code that is not its own. */
  ownCode: boolean;
}

function told(trainer: ProbedTrainer | null): MachineTrainer | null {
  if (trainer === null) return null;
  const { folder, revision, python3, torch, packages, scripts, accelerate, usable, problems } = trainer;
  const problem = problems.find(({ severity }) => severity === "error") ?? null;
  return {
    ...{ folder, revision, python: python3.version, torch: torch.version, tensorboard: packages.tensorboard.version },
    ...{ scripts, accelerate: accelerate !== null, problem: usable ? null : problem },
  };
}

const trainerOf = ({ trainer, standIn }: TrainingWorkOptions, { rehearsal }: TravellingRun): Trainer => {
  const chosen = rehearsal ? standIn : trainer;
  if (chosen === null) throw noTrainer();
  return { kind: chosen.kind, folder: chosen.folder, python: chosen.python, accelerate: chosen.accelerate };
};

async function open(options: TrainingWorkOptions, house: LongHouse): Promise<LongWork> {
  const base = join(house.folder, "trainings");
  const visits = new Map<string, Visit>();

  const begin = async (
    run: TravellingRun,
    folders: { all: string; run: string; out: string },
    signal: AbortSignal,
  ): Promise<void> => {
    const trainer = trainerOf(options, run);
    const inside = join(folders.all, "in");
    const { plan, folders: read } = await placeRun(run, { cache: house.cache, inside, out: folders.out, signal });
    await requirePermitted(plan, { folders: read, ownCode: options.ownCode });
    const meant: MeantRun = {
      ...{ plan, trainer, outputFolder: folders.out, steps: run.steps, eventFiles: run.eventFiles },
      ...(run.gpus === null ? {} : { gpus: run.gpus }),
      // Of the studio's own concern.
      ...{ concept: "character", folder: null, perEpoch: 1, epochs: 1, files: [], from: 0, parent: null },
    };
    await mkdir(folders.run, { recursive: true });
    const command = await prepareRun(folders.run, meant);
    signal.throwIfAborted();
    await startKeeper(folders.run, command);
    void recordEnvironment({ meant, command }, { runFolder: folders.run, stopped: () => false }).catch(() => {});
  };
  const goOn = (task: string, run: TravellingRun): void => {
    const all = join(base, task);
    const folders = { all, run: join(all, "run"), out: join(all, "out") };
    const visit = accompany({ task, run, folders, house, begin: (signal) => begin(run, folders, signal) });
    visits.set(task, visit);
    void visit.ended.then(() => visits.delete(task));
  };
  // What a worker that ended left: its trainers went on.
  for (const task of await readdir(base).catch(() => [])) {
    const text = await readFile(join(base, task, "body.json"), "utf8").catch(() => null);
    if (text === null || runOfTask(task) === null) continue;
    try {
      goOn(task, parseTravelling(text));
    } catch (error) {
      // Written by another version: it must not keep this machine from all other work.
      house.say(`${join(base, task)}: ${reportError(error).message}`);
    }
  }
  return {
    async accept(task) {
      // Names that are not ours would be part of a path.
      if (visits.has(task) || runOfTask(task) === null) return;
      const text = await house.client.task(task);
      if (text === null) return;
      const run = parseTravelling(text);
      await writeText(join(base, task, "body.json"), text);
      goOn(task, run);
    },
    doing: () => [...visits.keys()],
    over(tasks) {
      for (const task of tasks) void visits.get(task)?.over();
    },
    async idle() {
      await Promise.all([...visits.values()].map(({ ended }) => ended));
    },
    async end() {
      await Promise.all([...visits.values()].map((visit) => visit.stop()));
      await Promise.all([...visits.values()].map(({ ended }) => ended));
    },
    async close() {
      for (const visit of visits.values()) visit.leave();
      await Promise.all([...visits.values()].map(({ ended }) => ended));
    },
  };
}

/** Training for a studio: its runs, with this machine's trainer, by this machine's own keeper. */
export const trainingWork = (options: TrainingWorkOptions): LongWorkKind => ({
  role: "train",
  trainer: told(options.trainer),
  open: (house) => open(options, house),
});
