import { basename, isAbsolute } from "node:path";
import type { Params, Result } from "../../../protocol/validate.js";
import { permittedModel } from "../../tagging/permitted-options.js";
import { requireOwner } from "../require-owner.js";
import type { SweepRoom } from "../sweep-room.js";
import { changedPlan } from "../verdict/changed-plan.js";
import { nextPlan } from "../verdict/next-plan.js";
import { wireJudged } from "../verdict/wire-report.js";
import { judgeStored } from "./judge-stored.js";
import { runningScoring, startScoring } from "./scoring.js";
import { trainedPlanOf } from "./trained-plan.js";

type Report = Result<"sweep/report">;

// The strongest tags of a cell are what people look at.
const MOST_TAGS = 40;

function stateOf({
  drawn,
  scored,
  toScore,
  running,
}: {
  drawn: number;
  scored: number;
  toScore: number;
  running: boolean;
}): Report["state"] {
  if (drawn === 0) return "nothing";
  if (running) return "scoring";
  if (scored === 0) return "unscored";
  return toScore > 0 ? "partial" : "scored";
}

/** Scores, report and what to train next. */
export function scoresMethods(room: SweepRoom) {
  const { database, roots } = room;
  const planOf = async (id: number) => {
    const stored = await judgeStored(room, id);
    const { judged, target } = stored;
    const trained = trainedPlanOf(database, target);
    const plan = nextPlan(judged.checkpoints, judged.weakTraits, trained?.told ?? null, judged.recommendation);
    return { stored, trained, plan };
  };
  return {
    async "sweep/score"({ id, models }: Params<"sweep/score">): Promise<Result<"sweep/score">> {
      requireOwner(room);
      const permitted = await Promise.all(
        (models ?? []).map((model) => permittedModel(roots, model, { mayDownload: true })),
      );
      return startScoring(room, id, permitted);
    },
    async "sweep/scores"({ id }: Params<"sweep/scores">): Promise<Result<"sweep/scores">> {
      requireOwner(room);
      const { judged } = await judgeStored(room, id);
      return {
        cells: judged.scored.cells.map(
          ({ cell, traitRecall, promptKept, bleed, collapse, copying, likeness, change }) => ({
            index: cell.index,
            traitRecall,
            promptKept,
            bleed,
            collapse,
            copying,
            likeness,
            change,
            tags: [...cell.evidence.tags]
              .sort((one, other) => other[1] - one[1])
              .slice(0, MOST_TAGS)
              .map(([tag, probability]) => ({ tag, probability: Math.min(1, probability) })),
          }),
        ),
      };
    },
    async "sweep/report"({ id }: Params<"sweep/report">): Promise<Result<"sweep/report">> {
      requireOwner(room);
      const { stored, plan } = await planOf(id);
      const { target, models, scored, toScore, evidence, judged } = stored;
      const running = runningScoring(database, id);
      const drawn = target.drawn.length;
      return {
        state: stateOf({ drawn, scored, toScore, running: running !== null }),
        jobId: running,
        rehearsal: target.sweep.settings.rehearsal,
        models: models.map((model) => (isAbsolute(model) ? basename(model) : model)),
        scored,
        toScore: scored === 0 ? drawn + target.training.length : toScore,
        ...wireJudged(judged, evidence, plan),
      };
    },
    async "sweep/nextPlan"({ id }: Params<"sweep/nextPlan">): Promise<Result<"sweep/nextPlan">> {
      requireOwner(room);
      const { stored, trained, plan } = await planOf(id);
      return changedPlan(trained, plan, stored.target.sweep.settings.folder);
    },
  };
}
