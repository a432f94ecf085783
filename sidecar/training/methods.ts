import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Params, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { quotedCommand } from "../planning/command/quote.js";
import { wireOfPlan } from "../planning/wire-plan.js";
import { say } from "../words/sentence.js";
import { boardMethods } from "./boards/methods.js";
import { historyMethods } from "./history/methods.js";
import { metricsMethods } from "./metrics/methods.js";
import { withAskedFiles } from "./now/asked-files.js";
import { nowMethods, nowOf } from "./now/methods.js";
import { requireOwner } from "./require-owner.js";
import { resultsMethods } from "./results/methods.js";
import { logPart } from "./runs/log-tail.js";
import { pausedBy } from "./runs/pause-after-failure.js";
import { resumedRun, stateOf } from "./runs/resumed-run.js";
import { isAway } from "./runs/run-record.js";
import { allRuns, oneRun, orderRuns, runsThat } from "./runs/run-table.js";
import { startingRuns } from "./runs/starting-runs.js";
import { wireRow, wireVerdict } from "./runs/wire-run.js";
import { scheduleMethods } from "./schedule/methods.js";
import { seriesMethods } from "./series/methods.js";
import { loraToolMethods } from "./tools/methods.js";
import { wireTrainer } from "./trainer/trainer-choice.js";
import type { TrainingRoom } from "./training-room.js";
import { requireOwnersPrograms, requireVisitorsPlan } from "./visitor-plan.js";

const LOG_BYTES = 65_536;

/** The methods of the training room. */
export function trainingMethods(room: TrainingRoom) {
  const { database, runner, settings, trainers, away } = room;
  const { promised, look, queue, start } = startingRuns(room);
  return {
    async "training/trainers"({ folder, python }: Params<"training/trainers">): Promise<Result<"training/trainers">> {
      requireOwner(room);
      requireOwnersPrograms({ folder, python }, room);
      return trainers.list(folder, python);
    },
    async "training/chooseTrainer"({
      folder,
      python,
    }: Params<"training/chooseTrainer">): Promise<Result<"training/chooseTrainer">> {
      requireOwner(room);
      requireOwnersPrograms({ folder, python }, room);
      return { trainer: await trainers.choose(folder, python ?? null) };
    },
    async "training/preflight"(params: Params<"training/preflight">): Promise<Result<"training/preflight">> {
      requireOwner(room);
      const { found, trainer } = await look(params);
      return {
        ready: found.meant !== null,
        problems: found.problems,
        trainer: trainer && wireTrainer(trainer, true),
        steps: found.meant?.steps ?? 0,
        command: quotedCommand(process.platform === "win32" ? "cmd" : "bash", found.words),
        toml: found.toml,
        datasetToml: found.datasetToml,
        overwritten: found.overwritten,
        outputName: found.outputName,
      };
    },
    "training/start": (params: Params<"training/start">) => start(params),
    async "training/runs"({ folder }: Params<"training/runs">): Promise<Result<"training/runs">> {
      requireOwner(room);
      await runner.looked();
      const runs = allRuns(database).filter(({ meant }) => folder === undefined || meant.folder === folder);
      return {
        runs: runs.map((run) => wireRow(run, runner.progressOf(run), away.machineOf(run.id))),
        paused: runner.isPaused(),
      };
    },
    async "training/run"({ id }: Params<"training/run">): Promise<Result<"training/run">> {
      requireOwner(room);
      await runner.looked();
      const run = oneRun(database, id);
      const { meant } = run;
      const progress = runner.progressOf(run);
      const whole = withAskedFiles(runner.folderOf(id), meant);
      const state = run.state === "running" ? null : await stateOf(whole);
      return {
        ...wireRow(run, runner.progressOf(run), away.machineOf(run.id)),
        plan: wireOfPlan(meant.plan),
        concept: meant.concept,
        outputFolder: meant.outputFolder,
        runFolder: runner.folderOf(id),
        trainer: { kind: meant.trainer.kind, folder: meant.trainer.folder, python: meant.trainer.python },
        files: progress.saved.map((file) => ({ ...file, path: join(meant.outputFolder, file.name) })),
        expected: whole.files.filter(({ kind, removedAt }) => kind !== "state" && removedAt === null).length,
        losses: progress.losses.map((point) => [...point]),
        warnings: [...progress.warnings],
        verdict: wireVerdict(run),
        now: await nowOf(run, room),
        resumable: state ? { state: state.path, step: state.step } : null,
      };
    },
    async "training/log"({ id, stream, from, bytes }: Params<"training/log">): Promise<Result<"training/log">> {
      requireOwner(room);
      oneRun(database, id);
      return logPart(join(runner.folderOf(id), `${stream}.log`), from ?? -LOG_BYTES, bytes ?? LOG_BYTES);
    },
    async "training/stop"({ id, when = "now" }: Params<"training/stop">): Promise<Result<"training/stop">> {
      requireOwner(room);
      await runner.stop(id, when);
      return { state: oneRun(database, id).state };
    },
    async "training/resume"({ id }: Params<"training/resume">): Promise<Result<"training/resume">> {
      requireOwner(room);
      const run = oneRun(database, id);
      const { meant } = run;
      if (run.state === "running" || run.state === "queued") {
        throw new StudioError("busy", say("Run {id} has not ended yet.", { id }), say("Stop it first."));
      }
      const state = await stateOf(withAskedFiles(runner.folderOf(id), meant));
      await requireVisitorsPlan(meant.plan, room.roots);
      if (state === null) {
        throw new StudioError(
          "notFound",
          say("Run {id} has no saved state to go on from.", { id }),
          say(
            "States are saved where the plan has save_state; train again with it, or go on from a LoRA file (network_weights).",
          ),
        );
      }
      const inFolder = await readdir(meant.outputFolder).catch(() => []);
      const there = new Set([...inFolder, ...promised(meant.outputFolder)]);
      const resumed = resumedRun(meant, state, { parent: id, there });
      const runId = queue(resumed.name, resumed.meant);
      return { runId, step: state.step };
    },
    async "training/retry"({ id }: Params<"training/retry">): Promise<Result<"training/retry">> {
      requireOwner(room);
      const { meant } = oneRun(database, id);
      const { runId } = await start(
        {
          plan: wireOfPlan(meant.plan),
          concept: meant.concept,
          rehearsal: meant.trainer.kind === "rehearsal",
          whenThere: "rename",
          ...(meant.folder === null ? {} : { folder: meant.folder }),
          // A visitor's next run has the trainer that the owner has chosen now.
          ...(meant.trainer.kind === "rehearsal" || isAway(meant) || room.roots.exposed
            ? {}
            : { trainer: meant.trainer.folder }),
          ...(meant.gpus === undefined ? {} : { gpus: [...meant.gpus] }),
          ...(meant.machine === undefined ? {} : { machine: meant.machine }),
        },
        meant.series === undefined ? {} : { series: meant.series },
      );
      return { runId };
    },
    async "training/queue"(params: Params<"training/queue">): Promise<Result<"training/queue">> {
      const { order, paused, pauseOnFailure } = params;
      requireOwner(room);
      if (order !== undefined) orderRuns(database, order);
      if (paused !== undefined) runner.pause(paused);
      if (pauseOnFailure !== undefined) settings.set({ "training.pauseOnFailure": pauseOnFailure });
      return {
        waiting: runsThat(database, "queued").map(({ id }) => id),
        paused: runner.isPaused(),
        pauseOnFailure: settings.get("training.pauseOnFailure"),
        pausedBy: pausedBy(database),
      };
    },
    ...seriesMethods(room),
    ...scheduleMethods(room),
    ...resultsMethods(room),
    ...nowMethods(room, requireOwner),
    ...metricsMethods(room),
    ...boardMethods(room, () => requireOwner(room)),
    ...historyMethods(room),
    ...loraToolMethods({
      ...room,
      stateFolder: join(runner.folderOf(0), "..", ".."),
      requireOwner: () => requireOwner(room),
    }),
  };
}
