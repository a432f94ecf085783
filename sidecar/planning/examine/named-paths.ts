import { isAbsolute } from "node:path";
import { isForeignPath } from "../../store/path-mappings.js";
import type { LocalPath, LocalPaths } from "../gather/local-paths.js";
import { parameterNamed } from "../parameters/table.js";
import type { TrainingPlan } from "../plan.js";

export interface NamedPath extends LocalPath {
  argument: string;
}

// Folders that the run makes.
const made = new Set(["output_dir", "logging_dir"]);

/** A name on a hub (`stabilityai/sdxl-turbo`) is no path. */
export const isPath = (text: string): boolean => isAbsolute(text) || isForeignPath(text);

/** The files and folders that a plan names, where they lie here. */
export async function namedPaths(plan: TrainingPlan, paths: LocalPaths): Promise<NamedPath[]> {
  const named: NamedPath[] = [];
  for (const [argument, value] of Object.entries(plan.arguments)) {
    const type = parameterNamed(argument)?.type;
    if ((type !== "file" && type !== "folder") || typeof value !== "string" || !isPath(value)) continue;
    named.push({ argument, ...(await (made.has(argument) ? paths.toBe(value) : paths.look(value))) });
  }
  for (const { subsets } of plan.datasets ?? []) {
    for (const { folder } of subsets) named.push({ argument: "datasets", ...(await paths.look(folder)) });
  }
  return named;
}
