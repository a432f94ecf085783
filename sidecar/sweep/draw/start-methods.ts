import type { Params, Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import { requireOwner } from "../../training/require-owner.js";
import { oneSweep } from "../cells/sweep-table.js";
import { gatherFacts } from "../plan/facts/gather-facts.js";
import { drawingFactsOf, webuisFor } from "../plan/facts/webuis-for.js";
import { lookAtSweep } from "../plan/look/look-at-sweep.js";
import { resolveSweep } from "../plan/resolve-sweep.js";
import type { SweepFacts, SweepSettings } from "../plan/resolved-sweep.js";
import { nextRound } from "../scores/next-round.js";
import type { SweepRoom } from "../sweep-room.js";
import { forgetLost } from "./forget-lost.js";

/** What a coarse-to-fine search draws first; null: everything. */
const firstWanted = (settings: SweepSettings, facts: SweepFacts): number[] | null =>
  settings.search === "coarse-to-fine" ? nextRound(resolveSweep(settings, facts), null, null) : null;

/** Methods that begin to draw. */
export function startMethods(room: SweepRoom) {
  const { control, sweeps } = room.drawing;

  /** What the files and the WebUI say now. @throws StudioError "badArguments" for what cannot be drawn; as the WebUI's own */
  const factsFor = async (settings: SweepSettings, random: readonly number[] = []): Promise<SweepFacts> => {
    const found = await drawingFactsOf(await webuisFor(room, settings), settings);
    const { problems } = await lookAtSweep(room, settings, async () => found);
    const wrong = problems.find(({ severity }) => severity === "error");
    if (wrong) throw new StudioError("badArguments", wrong.message, wrong.remedy);
    return (await gatherFacts(room, settings, found.drawing, random)).facts;
  };
  return {
    async "sweep/start"({ settings }: Params<"sweep/start">): Promise<Result<"sweep/start">> {
      requireOwner(room);
      const facts = await factsFor(settings);
      forgetLost(room, { settings, facts });
      return control.start({ settings, facts, wanted: firstWanted(settings, facts) });
    },
    async "sweep/change"({ id, settings }: Params<"sweep/change">): Promise<Result<"sweep/change">> {
      requireOwner(room);
      const { facts: before } = oneSweep(room.database, id);
      // Seeds of -1 stay what they were, or nothing could be kept.
      const facts = await factsFor(settings, before.random);
      forgetLost(room, { settings, facts });
      const jobId = await control.change(id, { settings, facts, wanted: firstWanted(settings, facts) });
      const { reused, waiting } = sweeps.cellsOf(oneSweep(room.database, id)).counts();
      return { jobId, reused, toDraw: waiting };
    },
  };
}
