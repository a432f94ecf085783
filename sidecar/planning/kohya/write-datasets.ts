import type { PlanDataset, TrainingPlan } from "../plan.js";
import type { KohyaDifference } from "./additional-words.js";
import type { Draft } from "./kohya-draft.js";

const isSame = (one: readonly PlanDataset[], other: readonly PlanDataset[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/**
 * Sets of a plan that are not folders below `train_data_dir`: the GUI takes them only as a file. The origin's own file stays as
 * long as it holds the same sets, or nothing is known of them.
 */
export function writeDatasets(
  draft: Draft,
  plan: TrainingPlan,
  options: { datasetToml?: string; originalDatasets?: PlanDataset[] },
): KohyaDifference[] {
  const now = draft.get("dataset_config");
  const before = typeof now === "string" ? now : "";
  if (plan.datasets === null) return [];
  const { datasetToml, originalDatasets } = options;
  if (before !== "" && originalDatasets && isSame(originalDatasets, plan.datasets)) return [];
  if (datasetToml !== undefined) {
    if (before !== datasetToml) draft.set("dataset_config", datasetToml);
    return [];
  }
  return [{ argument: "dataset_config", wanted: null, gets: before === "" ? null : before, reason: "datasetFile" }];
}
