import { mapPath, type PathMapping } from "../store/path-mappings.js";
import { parameterNamed } from "./parameters/table.js";
import type { TrainingPlan } from "./plan.js";

/** A plan whose paths are those of this machine. */
export function onThisMachine(plan: TrainingPlan, mappings: readonly PathMapping[]): TrainingPlan {
  const isPathArgument = (argument: string): boolean =>
    ["file", "folder"].includes(parameterNamed(argument)?.type ?? "");
  const mapped = Object.entries(plan.arguments).map(([argument, value]) => [
    argument,
    typeof value === "string" && isPathArgument(argument) ? mapPath(mappings, value) : value,
  ]);
  const datasets = plan.datasets?.map((dataset) => ({
    ...dataset,
    subsets: dataset.subsets.map((subset) => ({ ...subset, folder: mapPath(mappings, subset.folder) })),
  }));
  return { ...plan, arguments: Object.fromEntries(mapped), datasets: datasets ?? null };
}
