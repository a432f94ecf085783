import type { Result } from "../../../../protocol/validate.js";
import { reportError } from "../../../host/studio-error.js";
import { planValues } from "../../../planning/plan-values.js";
import { storedPlan, storedPlans } from "../../../planning/stored-plans.js";
import { wireOfPlan } from "../../../planning/wire-plan.js";
import { fileStamp } from "../../../store/file-content.js";
import { readEnvironment } from "../../../training/history/environment.js";
import { readSnapshot } from "../../../training/history/snapshot.js";
import type { RunRecord } from "../../../training/runs/run-record.js";
import { oneRun } from "../../../training/runs/run-table.js";
import { outputNameOf } from "../identify/known-files.js";
import type { RunMatch } from "../identify/match-run.js";
import type { LineageRoom } from "../lineage-room.js";
import { parentOf, runVersion } from "../version/run-version.js";
import { picturesSince } from "./pictures-since.js";
import { standingReasons } from "./plan-reasons.js";

export type LineageRun = Result<"lineage/of">["runs"][number];

/** The stored plan that a run was made by: of its folder and name, the latest; with the reasons that hold for a plan. */
export function reasonsOf(
  { database }: LineageRoom,
  { meant }: RunRecord,
  plan: LineageRun["plan"] = wireOfPlan(meant.plan),
): Pick<LineageRun, "planId" | "reasons"> {
  const folder = meant.folder ?? planValues(meant.plan).text("train_data_dir");
  const listed = folder === "" ? undefined : storedPlans(database, folder).find(({ name }) => name === meant.plan.name);
  if (!listed) return { planId: null, reasons: [] };
  const { plan: stored, reasons } = storedPlan(database, listed.id);
  return { planId: listed.id, reasons: standingReasons(reasons, { stored, trained: plan }) };
}

/** What cannot be read of a run's records is left out of its story, and said in the log. */
async function readable<T>(reading: Promise<T | null>): Promise<T | null> {
  return reading.catch((error: unknown) => {
    process.stderr.write(`${reportError(error).message}\n`);
    return null;
  });
}

/** All that a file's run was made of, and what became of that since. @throws StudioError "notFound" */
export async function runLineage(room: LineageRoom, match: RunMatch, limit: number): Promise<LineageRun> {
  const { database, runner, roots } = room;
  const run = oneRun(database, match.run);
  const { meant } = run;
  const runFolder = runner.folderOf(run.id);
  const [snapshot, environment] = await Promise.all([
    readable(readSnapshot(runFolder)),
    readable(readEnvironment(runFolder)),
  ]);
  // Thumbnails are asked for next; a folder that went has none.
  for (const { folder } of snapshot?.sets ?? []) await roots.open(folder).catch(() => null);
  const revision = environment?.revision;
  const saved = match.saved?.path ?? null;
  return {
    id: run.id,
    name: outputNameOf(run),
    version: runVersion(run),
    parent: parentOf(database, run),
    state: run.state,
    rehearsal: meant.trainer.kind === "rehearsal",
    started: run.started,
    ended: run.ended,
    steps: meant.steps,
    step: match.step,
    saved,
    savedThere: saved !== null && fileStamp(saved) !== null,
    outputFolder: meant.outputFolder,
    folder: meant.folder,
    concept: meant.concept,
    trainer: {
      kind: meant.trainer.kind,
      folder: meant.trainer.folder,
      revision: typeof revision === "string" ? revision : null,
    },
    environment,
    plan: wireOfPlan(meant.plan),
    ...reasonsOf(room, run),
    pictures: snapshot && (await picturesSince(database, snapshot, limit)),
  };
}
