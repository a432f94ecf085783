import type { Arguments, ArgumentValue, PlanDataset, PlanSubset } from "../plan.js";
import { tomlLines } from "./toml-text.js";

export { readDatasetToml } from "./read-dataset-toml.js";

/**
 * A resolution as dataset files have it: one whole number for a square, else width and height. Arguments have it as text
 * ("600,900"). null when it is neither.
 */
export function datasetResolution(value: ArgumentValue): number | [number, number] | null {
  const parts = (Array.isArray(value) ? value : String(value).split(",")).map((side) => Number(String(side).trim()));
  const [width, height = width] = parts;
  const isSide = (side: number | undefined): side is number => Number.isInteger(side) && Number(side) > 0;
  if (parts.length > 2 || !isSide(width) || !isSide(height)) return null;
  return width === height ? width : [width, height];
}

/** What a resolution is where it can be read, and untouched where not: the trainer then says so itself. */
const withResolution = (options: Arguments): Arguments => {
  const { resolution } = options;
  return resolution === undefined ? options : { ...options, resolution: datasetResolution(resolution) ?? resolution };
};

function subsetLines(subset: PlanSubset): string[] {
  const own: Record<string, ArgumentValue> = { ...subset.options, num_repeats: subset.repeats };
  if (subset.folder !== "") own.image_dir = subset.folder;
  if (subset.trigger !== null) own.class_tokens = subset.trigger;
  if (subset.regularisation) own.is_reg = true;
  return ["", "[[datasets.subsets]]", ...tomlLines(own)];
}

/**
 * Writes sets as a dataset file (`--dataset_config`): every value at its own level, by name. What a dataset does not say, the
 * trainer takes from its arguments.
 */
export const writeDatasetToml = (datasets: readonly PlanDataset[]): string =>
  datasets
    .flatMap(({ options, subsets }, index) => [
      ...(index === 0 ? [] : [""]),
      "[[datasets]]",
      ...tomlLines(withResolution(options)),
      ...subsets.flatMap(subsetLines),
    ])
    .map((line) => `${line}\n`)
    .join("");
