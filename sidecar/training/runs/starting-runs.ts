import { join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import { type GraphicsCard, graphicsCards } from "../../host/graphics-cards.js";
import { StudioError } from "../../host/studio-error.js";
import type { TrainingPlan } from "../../planning/plan.js";
import { planOfWire } from "../../planning/wire-plan.js";
import { say } from "../../words/sentence.js";
import { noMachines } from "../away/away-runs.js";
import { isThere, trainerThere } from "../away/machine-trainer.js";
import { type Preflight, preflight } from "../preflight/preflight.js";
import { requireOwner } from "../require-owner.js";
import { keptTime } from "../schedule/start-time.js";
import type { ProbedTrainer } from "../trainer/trainer.js";
import type { TrainingRoom } from "../training-room.js";
import { requireOwnersPrograms, requireVisitorsPlan } from "../visitor-plan.js";
import type { MeantRun } from "./run-record.js";
import { addRun, runsThat } from "./run-table.js";

/** What is asked of a run besides its plan. */
type Asked = Omit<Params<"training/start">, "plan" | "whenThere">;

/** What several runs that are looked at together share. */
export interface Beside {
  trainer: ProbedTrainer | null;
  /** Where another machine is to train them: whether one is there that could begin. */
  isThere?: boolean;
  cards: readonly GraphicsCard[];
  refusal(plan: TrainingPlan): ReturnType<TrainingRoom["trainers"]["refusal"]>;
  /** Names that others of them will write. */
  promised(folder: string): string[];
}

type TrainerFor = Pick<Beside, "trainer" | "isThere">;

const trainerElsewhere = (): StudioError =>
  new StudioError(
    "badArguments",
    say("A run on another machine has that machine's trainer; none can be named here."),
    say("Start the worker there with --trainer DIR."),
  );

/** How runs are looked at before they start, and put into the queue. */
export function startingRuns(room: TrainingRoom) {
  const { database, runner, trainers, away } = room;
  const promised = (folder: string): string[] =>
    [...runsThat(database, "queued"), ...runsThat(database, "running")]
      .filter(({ meant }) => meant.outputFolder === folder)
      .flatMap(({ meant }) => meant.files.map(({ name }) => name));
  const trainerFor = async ({ rehearsal, trainer, machine }: Asked): Promise<TrainerFor> => {
    requireOwnersPrograms({ trainer }, room);
    if (machine === undefined) return { trainer: await (rehearsal ? trainers.standIn() : trainers.chosen(trainer)) };
    if (trainer !== undefined) throw trainerElsewhere();
    const machines = await away.machines();
    if (machines === null) throw noMachines();
    return {
      trainer: rehearsal ? trainers.standIn() : trainerThere(machine, machines),
      isThere: isThere(machine, machines, rehearsal === true),
    };
  };
  const lookAtPlan = async (plan: TrainingPlan, asked: Asked, rename: boolean, beside: Beside): Promise<Preflight> => {
    await requireVisitorsPlan(plan, room.roots);
    return preflight(
      {
        plan,
        concept: asked.concept ?? "character",
        folder: asked.folder === undefined ? null : await room.roots.open(asked.folder),
        trainer: beside.trainer,
        cards: beside.cards,
        refusal: beside.refusal,
        rename,
        promised: (folder) => [...promised(folder), ...beside.promised(folder)],
        runFolder: join(runner.folderOf(0), "..", "NUMBER"),
        machine: asked.machine === undefined ? null : { wanted: asked.machine, isThere: beside.isThere === true },
        gpus: asked.gpus === undefined ? null : [...asked.gpus].sort((left, right) => left - right),
        notBefore: asked.notBefore === undefined ? null : keptTime(asked.notBefore),
      },
      room,
    );
  };
  const look = async (params: Params<"training/start">) => {
    const { trainer, ...there } = await trainerFor(params);
    // Another machine's parser cannot be asked from here: its trainer says what it refuses.
    const isHere = params.machine === undefined;
    const found = await lookAtPlan(planOfWire(params.plan), params, params.whenThere === "rename", {
      trainer,
      ...there,
      refusal: async (whole) => (trainer === null || !isHere ? null : trainers.refusal(trainer, whole)),
      promised: () => [],
      cards: await graphicsCards(),
    });
    return { found, trainer };
  };
  const queue = (name: string, meant: MeantRun): number => {
    const id = addRun(database, name, meant);
    runner.wake();
    return id;
  };
  const start = async (
    params: Params<"training/start">,
    more: Pick<MeantRun, "series"> = {},
  ): Promise<Result<"training/start">> => {
    requireOwner(room);
    const { found } = await look(params);
    const first = found.problems.find(({ severity }) => severity === "error");
    if (found.meant === null) {
      throw new StudioError(
        "badArguments",
        first?.message ?? say("The steps cannot be counted: the pictures are not here."),
        first?.remedy ?? say("Name folders of this machine."),
      );
    }
    return { runId: queue(found.outputName, { ...found.meant, ...more }), name: found.outputName };
  };
  return { promised, trainerFor, lookAtPlan, look, queue, start };
}
