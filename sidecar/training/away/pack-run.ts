import { readdir, stat } from "node:fs/promises";
import { basename, join, relative, sep } from "node:path";
import { StudioError } from "../../host/studio-error.js";
import type { OfferedFiles } from "../../machines/door/offered-files.js";
import type { FileReference } from "../../machines/references.js";
import { familyNamed } from "../../planning/families.js";
import { parameterNamed } from "../../planning/parameters/table.js";
import type { TrainingPlan } from "../../planning/plan.js";
import { say } from "../../words/sentence.js";
import { listTrained } from "../history/list-trained.js";
import type { MeantRun } from "../runs/run-record.js";
import { isWayBelow, type TravellingRun } from "./travelling-run.js";

// Folders that the run makes there.
const made = new Set(["output_dir", "logging_dir"]);
const pictureFolders = new Set(["train_data_dir", "reg_data_dir"]);
// Read from a disk side by side without filling the memory.
const AT_ONCE = 8;

const cannotTravel = (path: string): StudioError =>
  new StudioError(
    "badArguments",
    say("{path} has a name that not every system knows, so it cannot go to another machine.", { path }),
    say("Give it a name without these characters: {characters}", { characters: '\\ : * ? " < > |' }),
  );

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** Pictures and captions by their folders, as the trainer would read them now. */
async function trainedFiles(plan: TrainingPlan): Promise<Map<string, string[]>> {
  const { sets } = await listTrained(plan);
  const found = new Map<string, Set<string>>();
  for (const { folder, pictures } of sets) {
    const names = found.get(folder) ?? new Set();
    for (const { name, caption } of pictures) {
      names.add(join(folder, name));
      if (caption !== null) names.add(join(folder, caption.name));
    }
    found.set(folder, names);
  }
  return new Map([...found].map(([folder, names]) => [folder, [...names]]));
}

/** Names what a run needs, and what lies in it: single files, and folders with the files that matter. */
async function needsOf({ plan, trainer }: MeantRun): Promise<{ files: string[]; folders: Map<string, string[]> }> {
  const files: string[] = [];
  const trained = await trainedFiles(plan);
  const folders = new Map<string, string[]>();
  const rehearsed = ["pretrained_model_name_or_path", ...familyNamed(plan.family).requiredPaths];
  // The stand-in reads no model: where it is missing, something is put in its place.
  const isNeeded = (argument: string): boolean => trainer.kind !== "rehearsal" || !rehearsed.includes(argument);
  for (const [argument, value] of Object.entries(plan.arguments)) {
    const type = parameterNamed(argument)?.type;
    if ((type !== "file" && type !== "folder") || typeof value !== "string" || value === "") continue;
    if (made.has(argument) || !isNeeded(argument)) continue;
    const found = await stat(value).catch(() => null);
    // What is not here is a name on a hub, or what the trainer will say about it.
    if (found?.isFile()) files.push(value);
    else if (found?.isDirectory() && pictureFolders.has(argument)) {
      const inside = [...trained].filter(([folder]) => !relative(value, folder).startsWith(".."));
      folders.set(
        value,
        inside.flatMap(([, paths]) => paths),
      );
    } else if (found?.isDirectory()) folders.set(value, await filesBelow(value));
  }
  for (const { subsets } of plan.datasets ?? [])
    for (const { folder } of subsets) folders.set(folder, trained.get(folder) ?? []);
  return { files, folders };
}

/**
 * A run as it travels: what its plan names, by content. Files are offered as long as `holder` is not released.
 * @throws StudioError "notFound" when a file went meanwhile | "badArguments" for a name that cannot travel
 */
export async function packRun(meant: MeantRun, offered: OfferedFiles, holder: object): Promise<TravellingRun> {
  const { files, folders } = await needsOf(meant);
  const references = new Map<string, FileReference>();
  const all = [...new Set([...files, ...[...folders.values()].flat()])];
  for (let at = 0; at < all.length; at += AT_ONCE) {
    const part = all.slice(at, at + AT_ONCE);
    const given = await Promise.all(part.map((path) => offered.offer(path, holder)));
    for (const [index, path] of part.entries()) {
      const one = given[index];
      if (one) references.set(path, one);
    }
  }
  const below = (folder: string, path: string): string => {
    const way = relative(folder, path).split(sep).join("/");
    if (!isWayBelow(way)) throw cannotTravel(basename(path));
    return way;
  };
  const referenceOf = (path: string): FileReference[] => {
    const one = references.get(path);
    return one === undefined ? [] : [one];
  };
  return {
    plan: meant.plan,
    rehearsal: meant.trainer.kind === "rehearsal",
    gpus: meant.gpus ?? null,
    steps: meant.steps,
    // What the plan writes elsewhere comes into the run's folder, too.
    eventFiles: meant.eventFiles === true || (meant.plan.arguments.logging_dir ?? "") !== "",
    outputs: meant.files.filter(({ kind }) => kind !== "state").map(({ name }) => name),
    files: new Map(files.flatMap((path) => referenceOf(path).map((one) => [path, one]))),
    folders: new Map(
      [...folders].map(([folder, paths]) => [
        folder,
        new Map(paths.flatMap((path) => referenceOf(path).map((one) => [below(folder, path), one]))),
      ]),
    ),
  };
}
