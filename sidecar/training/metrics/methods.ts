import type { Params, Result } from "../../../protocol/validate.js";
import { cardsAtWork } from "../../host/cards-at-work.js";
import { requireOwner } from "../require-owner.js";
import { oneRun } from "../runs/run-table.js";
import type { TrainingRoom } from "../training-room.js";
import { curvesOf } from "./run-curves.js";

// The cards are the machine's: all rooms share one answer.
const askCards = cardsAtWork();

/** The methods of curves and of what the cards do. */
export function metricsMethods(room: TrainingRoom) {
  const { database, runner, curves } = room;
  return {
    async "training/curves"({ ids }: Params<"training/curves">): Promise<Result<"training/curves">> {
      requireOwner(room);
      await runner.looked();
      const runs = [...new Set(ids)].map((id) => oneRun(database, id));
      return {
        runs: await Promise.all(
          runs.map(async (run) => curvesOf(run, runner.progressOf(run), await curves.of(run, runner.folderOf(run.id)))),
        ),
      };
    },
    async "training/gpu"(): Promise<Result<"training/gpu">> {
      requireOwner(room);
      return { cards: (await askCards()).map((card) => ({ ...card })) };
    },
  };
}
