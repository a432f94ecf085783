import { readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Params, Result } from "../../protocol/validate.js";
import { StudioError } from "../host/studio-error.js";
import { quotedCommand } from "../planning/command/quote.js";
import type { PlanningRoom } from "../planning/planning-room.js";
import { planOfWire, wireOfPlan } from "../planning/wire-plan.js";
import type { WebuiLinks } from "../webui/webui-links.js";
import type { TrainingCauseWords } from "../words/training-cause-values.js";
import { trainingCausesEn } from "../words/training-causes-en.js";
import type { Boards } from "./boards/boards.js";
import { boardMethods } from "./boards/methods.js";
import { historyMethods } from "./history/methods.js";
import type { CurveStore } from "./metrics/curve-store.js";
import { metricsMethods } from "./metrics/methods.js";
import { withAskedFiles } from "./now/asked-files.js";
import { nowMethods, nowOf } from "./now/methods.js";
import { preflight } from "./preflight/preflight.js";
import { requireOwner } from "./require-owner.js";
import { resultsMethods } from "./results/methods.js";
import { logPart } from "./runs/log-tail.js";
import { resumedRun, stateOf } from "./runs/resumed-run.js";
import type { MeantRun, RunProgress, RunRecord } from "./runs/run-record.js";
import { addRun, allRuns, oneRun, orderRuns, runsThat } from "./runs/run-table.js";
import type { TrainingRunner } from "./runs/runner.js";
import { loraToolMethods } from "./tools/methods.js";
import type { ProbedTrainer } from "./trainer/trainer.js";
import { type TrainerChoice, wireTrainer } from "./trainer/trainer-choice.js";

export interface TrainingRoom extends PlanningRoom {
  runner: TrainingRunner;
  curves: CurveStore;
  boards: Boards;
  trainers: TrainerChoice;
  webuis: WebuiLinks;
}

const LOG_BYTES = 65_536;

const wireProgress = ({ saved: _saved, warnings: _warnings, losses: _losses, ...progress }: RunProgress) => progress;

function row(run: RunRecord, { runner }: TrainingRoom): Result<"training/runs">["runs"][number] {
  const { id, name, state, meant, queued, started, ended, afterSave, revision } = run;
  return {
    id,
    name,
    state,
    cause: run.outcome?.cause ?? null,
    family: meant.plan.family,
    folder: meant.folder,
    rehearsal: meant.trainer.kind === "rehearsal",
    queued,
    started,
    ended,
    afterSave,
    parent: meant.parent,
    steps: meant.steps,
    progress: wireProgress(runner.progressOf(run)),
    revision,
  };
}

// A cause of another version has no words here; what is then told are its log lines.
const sentences: Readonly<Record<string, TrainingCauseWords | undefined>> = trainingCausesEn;

function verdictOf({ outcome, state }: RunRecord): Result<"training/run">["verdict"] {
  if (outcome === null) return null;
  const { cause, values, lines, exitCode, signal } = outcome;
  const words = cause === null ? undefined : sentences[cause];
  return {
    cause,
    values: { ...values },
    message: words?.message(values) ?? (state === "succeeded" ? "All steps were trained, and the file is whole." : ""),
    remedy: words?.remedy(values) ?? "",
    lines: [...lines],
    exitCode,
    signal,
  };
}

/** The methods of the training room. */
export function trainingMethods(room: TrainingRoom) {
  const { database, runner, trainers } = room;
  const promised = (folder: string): string[] =>
    [...runsThat(database, "queued"), ...runsThat(database, "running")]
      .filter(({ meant }) => meant.outputFolder === folder)
      .flatMap(({ meant }) => meant.files.map(({ name }) => name));
  const trainerFor = async (params: Params<"training/start">): Promise<ProbedTrainer | null> =>
    params.rehearsal ? trainers.standIn() : trainers.chosen(params.trainer);
  const look = async (params: Params<"training/start">) => {
    const plan = planOfWire(params.plan);
    const folder = params.folder === undefined ? null : await room.roots.open(params.folder);
    const trainer = await trainerFor(params);
    const found = await preflight(
      {
        plan,
        concept: params.concept ?? "character",
        folder,
        trainer,
        refusal: (whole) => (trainer === null ? Promise.resolve(null) : trainers.refusal(trainer, whole)),
        rename: params.whenThere === "rename",
        promised,
        runFolder: join(runner.folderOf(0), "..", "NUMBER"),
      },
      room,
    );
    return { found, trainer };
  };
  const queue = (name: string, meant: MeantRun): number => {
    const id = addRun(database, name, meant);
    runner.wake();
    return id;
  };
  const start = async (params: Params<"training/start">): Promise<Result<"training/start">> => {
    requireOwner(room);
    const { found } = await look(params);
    const first = found.problems.find(({ severity }) => severity === "error");
    if (found.meant === null) {
      throw new StudioError(
        "badArguments",
        first?.message ?? "The steps cannot be counted: the pictures are not here.",
        first?.remedy ?? "Name folders of this machine.",
      );
    }
    return { runId: queue(found.outputName, found.meant), name: found.outputName };
  };
  return {
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
    async "training/trainers"({ folder, python }: Params<"training/trainers">): Promise<Result<"training/trainers">> {
      requireOwner(room);
      return trainers.list(folder, python);
    },
    async "training/chooseTrainer"({
      folder,
      python,
    }: Params<"training/chooseTrainer">): Promise<Result<"training/chooseTrainer">> {
      requireOwner(room);
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
    "training/start": start,
    async "training/runs"({ folder }: Params<"training/runs">): Promise<Result<"training/runs">> {
      await runner.looked();
      const runs = allRuns(database).filter(({ meant }) => folder === undefined || meant.folder === folder);
      return { runs: runs.map((run) => row(run, room)), paused: runner.isPaused() };
    },
    async "training/run"({ id }: Params<"training/run">): Promise<Result<"training/run">> {
      await runner.looked();
      const run = oneRun(database, id);
      const { meant } = run;
      const progress = runner.progressOf(run);
      const whole = withAskedFiles(runner.folderOf(id), meant);
      const state = run.state === "running" ? null : await stateOf(whole);
      return {
        ...row(run, room),
        plan: wireOfPlan(meant.plan),
        concept: meant.concept,
        outputFolder: meant.outputFolder,
        runFolder: runner.folderOf(id),
        trainer: { kind: meant.trainer.kind, folder: meant.trainer.folder, python: meant.trainer.python },
        files: progress.saved.map((file) => ({ ...file, path: join(meant.outputFolder, file.name) })),
        expected: whole.files.filter(({ kind, removedAt }) => kind !== "state" && removedAt === null).length,
        losses: progress.losses.map((point) => [...point]),
        warnings: [...progress.warnings],
        verdict: verdictOf(run),
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
        throw new StudioError("busy", `Run ${id} has not ended yet.`, "Stop it first.");
      }
      const state = await stateOf(withAskedFiles(runner.folderOf(id), meant));
      if (state === null) {
        throw new StudioError(
          "notFound",
          `Run ${id} has no saved state to go on from.`,
          "States are saved where the plan has save_state; train again with it, or go on from a LoRA file (network_weights).",
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
      const { runId } = await start({
        plan: wireOfPlan(meant.plan),
        concept: meant.concept,
        rehearsal: meant.trainer.kind === "rehearsal",
        whenThere: "rename",
        ...(meant.folder === null ? {} : { folder: meant.folder }),
        ...(meant.trainer.kind === "rehearsal" ? {} : { trainer: meant.trainer.folder }),
      });
      return { runId };
    },
    async "training/queue"({ order, paused }: Params<"training/queue">): Promise<Result<"training/queue">> {
      if (order !== undefined || paused !== undefined) requireOwner(room);
      if (order !== undefined) orderRuns(database, order);
      if (paused !== undefined) runner.pause(paused);
      return { waiting: runsThat(database, "queued").map(({ id }) => id), paused: runner.isPaused() };
    },
  };
}
