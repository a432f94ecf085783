import type { Result } from "../../../protocol/validate.js";
import { StudioError } from "../../host/studio-error.js";
import type { PlanDataset, PlanLength, TrainingPlan } from "../../planning/plan.js";
import { wireOfPlan } from "../../planning/wire-plan.js";
import { escapeWildcards } from "../../tagging/choose/wildcards.js";
import { say } from "../../words/sentence.js";
import type { RepeatedFolder } from "./more-repeats.js";
import type { NextPlan } from "./next-plan.js";
import { reason } from "./reason.js";

/** The length of a plan for so many steps, told the way it was told before: in epochs where it was, at least one. */
function lengthOf({ by }: PlanLength, steps: number, perEpoch: number): PlanLength {
  if (by === "steps" || perEpoch < 1) return { by: "steps", value: steps };
  return { by, value: Math.max(1, Math.round(steps / perEpoch)) };
}

type Raised = NextPlan["raised"];

const withRepeats = (datasets: readonly PlanDataset[], raised: Raised): PlanDataset[] =>
  datasets.map((dataset) => ({
    ...dataset,
    subsets: dataset.subsets.map((subset) =>
      subset.regularisation ? subset : { ...subset, repeats: Math.max(subset.repeats, raised.get(subset.folder) ?? 1) },
    ),
  }));

/** How much longer an epoch is with more repeats; 1 or more. */
function growth(folders: readonly RepeatedFolder[], raised: Raised): number {
  let [before, after] = [0, 0];
  for (const { folder, pictures, repeats } of folders) {
    before += pictures * repeats;
    after += pictures * (raised.get(folder) ?? repeats);
  }
  return before === 0 ? 1 : after / before;
}

/**
 * The run's plan with what the sweep says to change: its length and repeats of its folders. Captions are the captions
 * room's; the command that prunes them is told.
 * @throws StudioError "notFound" without a run, or when there is nothing to change
 */
export function changedPlan(
  trained: { plan: TrainingPlan; perEpoch: number; told: { folders: readonly RepeatedFolder[] } } | null,
  next: NextPlan | null,
  /** Of the training pictures. */
  set: string | null,
): Result<"sweep/nextPlan"> {
  if (!trained) {
    throw new StudioError(
      "notFound",
      say("These files come from no training run here, so there is no plan to change."),
      say("Sweep the files of a run, or change your plan by the report's own words."),
    );
  }
  if (!next) {
    throw new StudioError(
      "notFound",
      say("The sweep shows nothing to change in the plan."),
      say("Use what it recommends."),
    );
  }
  const { plan, told } = trained;
  const perEpoch = trained.perEpoch * growth(told.folders, next.raised);
  const length = next.steps === null ? plan.length : lengthOf(plan.length, next.steps, perEpoch);
  const datasets = plan.datasets && withRepeats(plan.datasets, next.raised);
  const tags = next.pruneTags.map(escapeWildcards).join(", ");
  return {
    plan: wireOfPlan({ ...plan, length, datasets }),
    changes: [
      ...next.changes.map((change) => change.reason),
      ...(tags === "" || set === null ? [] : [reason("pruneCommand", { folder: set, tags })]),
    ],
  };
}
