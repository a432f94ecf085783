import type { FieldProblem } from "../kohya/kohya-fields.js";
import type { ArgumentValue, PlanDataset, PlanSubset } from "../plan.js";
import { type DatasetKind, datasetExpectation, datasetKeys, ownSubsetKeys, sharedSubsetKeys } from "./dataset-keys.js";
import { describeToml, isTable, parseToml, plainArgument, type TomlTable } from "./toml-text.js";

export interface DatasetReading {
  datasets: PlanDataset[];
  /** What the trainer would stop at, each with its level ("datasets[0].subsets[1].image_dir"); left out here. */
  problems: FieldProblem[];
}

type Keys = Readonly<Record<string, DatasetKind>>;
type Level = Record<string, ArgumentValue>;

/** The values of one level that its keys allow; the others are problems. */
function level(
  table: TomlTable,
  place: string,
  keys: Keys,
  passed: readonly string[],
  problems: FieldProblem[],
): Level {
  const kept: [string, ArgumentValue][] = [];
  for (const [name, value] of Object.entries(table)) {
    if (passed.includes(name)) continue;
    const field = `${place}.${name}`;
    const kind = Object.hasOwn(keys, name) ? keys[name] : undefined;
    const expected = kind === undefined ? `no key ${name} at this level` : datasetExpectation(kind, value);
    const argument = plainArgument(value);
    if (expected === null && argument !== null) kept.push([name, argument]);
    else problems.push({ field, expected: expected ?? "a value that an argument can be", found: describeToml(value) });
  }
  return Object.fromEntries(kept);
}

const only = (values: Level, keys: Keys): Level =>
  Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(keys, name)));

/** Tables of a list; anything else is a problem. */
function tables(value: unknown, place: string, problems: FieldProblem[]): { table: TomlTable; place: string }[] {
  if (value === undefined) return [];
  const list: unknown[] = Array.isArray(value) ? value : [value];
  if (!Array.isArray(value)) problems.push({ field: place, expected: `[[${place}]]`, found: describeToml(value) });
  return list.flatMap((table, index) => {
    if (Array.isArray(value) && isTable(table)) return [{ table, place: `${place}[${index}]` }];
    if (Array.isArray(value))
      problems.push({ field: `${place}[${index}]`, expected: "a table", found: describeToml(table) });
    return [];
  });
}

const moved: readonly string[] = ["image_dir", "num_repeats", "class_tokens", "is_reg"];

function subset(values: Level, place: string, repeats: number, problems: FieldProblem[]): PlanSubset {
  const folder = values.image_dir;
  const count = values.num_repeats ?? repeats;
  const trigger = values.class_tokens;
  if (typeof folder !== "string" && values.metadata_file === undefined)
    problems.push({ field: `${place}.image_dir`, expected: "the folder of the pictures", found: "nothing" });
  if (typeof count !== "number" || count < 1)
    problems.push({ field: `${place}.num_repeats`, expected: "a whole number from 1", found: String(count) });
  return {
    folder: typeof folder === "string" ? folder : "",
    repeats: typeof count === "number" && count >= 1 ? count : 1,
    trigger: typeof trigger === "string" && trigger !== "" ? trigger : null,
    regularisation: values.is_reg === true,
    options: Object.fromEntries(Object.entries(values).filter(([name]) => !moved.includes(name))),
  };
}

/** Pictures with captions in a metadata file and pictures with captions of their own cannot be in one dataset. */
function checkStyles(subsets: readonly PlanSubset[], place: string, problems: FieldProblem[]): void {
  const withMetadata = subsets.filter(({ options }) => options.metadata_file !== undefined).length;
  if (withMetadata === 0 || withMetadata === subsets.length) return;
  problems.push({ field: `${place}.subsets`, expected: "metadata_file in all subsets or in none", found: "both" });
}

/**
 * Reads a dataset file (`--dataset_config`). What a level says for the levels below is moved down, the lower wins; `repeats` is
 * `dataset_repeats` of the command line, for subsets that say nothing. Keys that a level does not know and values of a
 * wrong type stop the trainer: they are left out and named. Throws `badArguments` when it is no TOML.
 */
export function readDatasetToml(source: string, repeats = 1): DatasetReading {
  const problems: FieldProblem[] = [];
  const root = parseToml(source);
  const every: Keys = { ...sharedSubsetKeys, ...datasetKeys };
  for (const [name, value] of Object.entries(root)) {
    if (name === "datasets" || (name === "general" && isTable(value))) continue;
    problems.push({ field: name, expected: "[general] and [[datasets]] only", found: describeToml(value) });
  }
  const general = isTable(root.general) ? level(root.general, "general", every, [], problems) : {};
  const datasets = tables(root.datasets, "datasets", problems).map(({ table, place }): PlanDataset => {
    const own = { ...general, ...level(table, place, every, ["subsets"], problems) };
    const subsets = tables(table.subsets, `${place}.subsets`, problems).map((one) =>
      subset(
        {
          ...only(own, sharedSubsetKeys),
          ...level(one.table, one.place, { ...sharedSubsetKeys, ...ownSubsetKeys }, [], problems),
        },
        one.place,
        repeats,
        problems,
      ),
    );
    checkStyles(subsets, place, problems);
    return { options: only(own, datasetKeys), subsets };
  });
  if (datasets.length === 0) problems.push({ field: "datasets", expected: "at least one [[datasets]]", found: "none" });
  return { datasets, problems };
}
