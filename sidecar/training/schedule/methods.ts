import type { Params, Result } from "../../../protocol/validate.js";
import { graphicsCards } from "../../host/graphics-cards.js";
import { requireOwner } from "../require-owner.js";
import { oneRun } from "../runs/run-table.js";
import type { TrainingRoom } from "../training-room.js";
import { keptTime } from "./start-time.js";
import { setWaitingTime } from "./waiting-time.js";

/** Where and when runs are: the cards there are, and the time of one that waits. */
export function scheduleMethods(room: TrainingRoom) {
  const { database, runner, away } = room;
  return {
    async "training/cards"(_: Params<"training/cards">): Promise<Result<"training/cards">> {
      requireOwner(room);
      const machines = (await away.machines()) ?? [];
      return {
        cards: await graphicsCards(),
        machines: machines.map(({ id, host, card, trainer, isReady }) => ({
          ...{ id, host, card, ready: isReady, problem: trainer?.problem?.message ?? null },
          trainer:
            trainer && `${trainer.folder}${trainer.revision === null ? "" : ` (${trainer.revision.slice(0, 8)})`}`,
        })),
      };
    },
    async "training/schedule"({ id, notBefore }: Params<"training/schedule">): Promise<Result<"training/schedule">> {
      requireOwner(room);
      setWaitingTime(database, id, notBefore === null ? null : keptTime(notBefore));
      runner.wake();
      return { notBefore: oneRun(database, id).meant.notBefore ?? null };
    },
  };
}
