import type { Params, Result } from "../../../protocol/validate.js";
import { graphicsCards } from "../../host/graphics-cards.js";
import { requireOwner } from "../require-owner.js";
import { oneRun } from "../runs/run-table.js";
import type { TrainingRoom } from "../training-room.js";
import { keptTime } from "./start-time.js";
import { setWaitingTime } from "./waiting-time.js";

/** Where and when runs are: the cards there are, and the time of one that waits. */
export function scheduleMethods(room: TrainingRoom) {
  const { database, runner } = room;
  return {
    async "training/cards"(_: Params<"training/cards">): Promise<Result<"training/cards">> {
      requireOwner(room);
      return { cards: await graphicsCards() };
    },
    async "training/schedule"({ id, notBefore }: Params<"training/schedule">): Promise<Result<"training/schedule">> {
      requireOwner(room);
      setWaitingTime(database, id, notBefore === null ? null : keptTime(notBefore));
      runner.wake();
      return { notBefore: oneRun(database, id).meant.notBefore ?? null };
    },
  };
}
