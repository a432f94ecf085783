import { join } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import { type GraphicsCard, graphicsCards } from "../../host/graphics-cards.js";
import { StudioError } from "../../host/studio-error.js";
import type { TrainingPlan } from "../../planning/plan.js";
import { planOfWire } from "../../planning/wire-plan.js";
import { say } from "../../words/sentence.js";
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
  cards: readonly GraphicsCard[];
  refusal(plan: TrainingPlan): ReturnType<TrainingRoom["trainers"]["refusal"]>;
  /** Names that others of them will write. */
  promised(folder: string): string[];
}

/** How runs are looked at before they start, and put into the queue. */
export function startingRuns(room: TrainingRoom) {
  const { database, runner, trainers } = room;
  const promised = (folder: string): string[] =>
    [...runsThat(database, "queued"), ...runsThat(database, "running")]
      .filter(({ meant }) => meant.outputFolder === folder)
      .flatMap(({ meant }) => meant.files.map(({ name }) => name));
  const trainerFor = async ({ rehearsal, trainer }: Asked): Promise<ProbedTrainer | null> => {
    requireOwnersPrograms({ trainer }, room);
    return rehearsal ? trainers.standIn() : trainers.chosen(trainer);
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
        gpus: asked.gpus === undefined ? null : [...asked.gpus].sort((left, right) => left - right),
        notBefore: asked.notBefore === undefined ? null : keptTime(asked.notBefore),
      },
      room,
    );
  };
  const look = async (params: Params<"training/start">) => {
    const trainer = await trainerFor(params);
    const found = await lookAtPlan(planOfWire(params.plan), params, params.whenThere === "rename", {
      trainer,
      refusal: (whole) => (trainer === null ? Promise.resolve(null) : trainers.refusal(trainer, whole)),
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
