import type { Params, Result } from "../../../../protocol/validate.js";
import { reportError, StudioError } from "../../../host/studio-error.js";
import { planValues } from "../../../planning/plan-values.js";
import { planOfWire, wireOfPlan } from "../../../planning/wire-plan.js";
import { listSweeps, oneSweep } from "../../../sweep/cells/sweep-table.js";
import type { RunRecord } from "../../../training/runs/run-record.js";
import { oneRun } from "../../../training/runs/run-table.js";
import { say } from "../../../words/sentence.js";
import { outputNameOf } from "../identify/known-files.js";
import { lineageReason } from "../lineage-reason.js";
import type { LineageRoom } from "../lineage-room.js";
import { reasonsOf } from "../of/run-lineage.js";
import { commentOf, runVersion } from "../version/run-version.js";
import { nextVersion, withVersionNote } from "../version/version.js";
import { captionProposal } from "./caption-proposal.js";
import { takenNames } from "./taken-names.js";

type Next = Result<"lineage/next">;
type Report = Result<"sweep/report">;

interface Told {
  sweep: number | null;
  report: Report | null;
}

/** The latest sweep of a run that was scored; an unscored one where there is no other. */
async function latestTold({ database, call }: LineageRoom, run: number): Promise<Told> {
  const sweeps = listSweeps(database, { run });
  for (const { id } of sweeps) {
    const report = await call("sweep/report", { id });
    if (report.scored > 0) return { sweep: id, report };
  }
  return { sweep: sweeps[0]?.id ?? null, report: null };
}

async function askedFor(room: LineageRoom, params: Params<"lineage/next">): Promise<Told & { run: RunRecord }> {
  const { database, call } = room;
  const { run: named, sweep } = params;
  if (named !== undefined && sweep === undefined) {
    await room.runner.looked();
    return { run: oneRun(database, named), ...(await latestTold(room, named)) };
  }
  if (sweep === undefined || named !== undefined) {
    throw new StudioError("badArguments", say("One run or one sweep is expected."), say("Give `run` or `sweep`."));
  }
  const { run } = oneSweep(database, sweep).settings;
  if (run === null) {
    throw new StudioError(
      "notFound",
      say("These files come from no training run here, so there is no plan to change."),
      say("Sweep the files of a run, or change your plan by the report's own words."),
    );
  }
  return { run: oneRun(database, run), sweep, report: await call("sweep/report", { id: sweep }) };
}

/** The plan as the sweep's verdict changes it; the run's own where there is nothing to change. */
async function changedPlan({ call }: LineageRoom, run: RunRecord, { sweep, report }: Told): Promise<Next["plan"]> {
  const own = wireOfPlan(run.meant.plan);
  if (sweep === null || report?.nextPlan == null) return own;
  try {
    return (await call("sweep/nextPlan", { id: sweep })).plan;
  } catch (error) {
    if (reportError(error).code === "notFound") return own;
    throw error;
  }
}

const noteOf = ({ sweep, report }: Told): Next["note"] => {
  if (sweep === null) return "noSweep";
  if (report === null || report.scored === 0) return "unscored";
  return report.nextPlan === null ? "nothing" : null;
};

// What a run was given because it went on from another one's state is not the next version's.
const RESUMED = new Set(["resume", "initial_step", "skip_until_initial_step", "skip_until_epoch"]);

/** Source of the shape: an output folder's own name beside the argument, as the plan has it. */
function renamed(plan: Next["plan"], { name, comment }: { name: string; comment: string }): Next["plan"] {
  const kept = Object.entries(plan.arguments).filter(([argument]) => !RESUMED.has(argument));
  return wireOfPlan(
    planOfWire({
      ...plan,
      name,
      arguments: { ...Object.fromEntries(kept), output_name: name, training_comment: comment },
    }),
  );
}

/** A filled plan for the next version, with each change and its reason. Nothing is written. @throws StudioError "badArguments" | "notFound" */
export async function planNextVersion(room: LineageRoom, params: Params<"lineage/next">): Promise<Next> {
  const { run, sweep, report } = await askedFor(room, params);
  const parent = { run: run.id, name: outputNameOf(run), version: runVersion(run) };
  const next = nextVersion(parent, await takenNames(room, run));
  const changed = await changedPlan(room, run, { sweep, report });
  const before = commentOf(run);
  const comment = withVersionNote(before, { version: next.version, name: parent.name, run: parent.run });
  const plan = renamed(changed, { name: next.name, comment });
  const settings = sweep === null ? null : oneSweep(room.database, sweep).settings;
  const folder = settings?.folder ?? run.meant.folder;
  const told = report?.nextPlan?.changes ?? [];
  return {
    parent,
    ...next,
    sweep,
    note: noteOf({ sweep, report }),
    plan,
    reasons: reasonsOf(room, run, plan).reasons,
    concept: run.meant.concept,
    folder: run.meant.folder ?? folder,
    changes: [
      ...told,
      {
        field: "output_name",
        from: parent.name,
        to: next.name,
        reason: lineageReason("newName", { name: parent.name }),
      },
      {
        field: "training_comment",
        from: before,
        to: planValues(planOfWire(plan)).text("training_comment"),
        reason: lineageReason("knowsParent", { version: next.version, name: parent.name }),
      },
    ],
    captions: await captionProposal(room, folder, report?.nextPlan?.pruneTags ?? []),
    strengths: settings?.strengths ?? null,
  };
}
